// Archives as BAT makes them, and as an enemy would.
#include "engine/import/read_tar.h"
#include "engine/import/write_tar.h"
#include "tests/support/files.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/import/loaded.h"

#include <archive.h>
#include <archive_entry.h>
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <cstdio>
#include <fstream>
#include <memory>
#include <thread>

namespace dialscope::import {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Members {
  std::vector<std::string> names;
  std::vector<std::string> messages;

  friend bool operator==(const Members&, const Members&) = default;
};

std::string without(const std::string& folder, std::string text) {
  for (std::size_t at = text.find(folder); at != std::string::npos; at = text.find(folder, at))
    text.erase(at, folder.size());
  return text;
}

Members seen(const std::vector<SourceText>& texts, const Diagnostics& problems, const std::string& folder) {
  Members members;
  for (const SourceText& member : texts) members.names.push_back(without(folder, *member.file()));
  for (const std::string& message : rendered(problems)) members.messages.push_back(without(folder, message));
  return members;
}

// From memory and from a file alike.
Members membersOf(const std::string& bytes, const TarLimits& limits = {}) {
  Diagnostics problems;
  const test::TemporaryFolder folder;
  const std::string place = folder / "";
  const Members members = seen(readTar(SourceText("x.tar", bytes), limits, problems), problems, place);
  const std::string path = folder.write("x.tar", bytes);
  EXPECT_EQ(isTarFile(path), looksLikeTar(bytes));
  Diagnostics ofFile;
  EXPECT_EQ(seen(readTarFile(path, limits, ofFile), ofFile, place), members);
  return members;
}

// A header of 512 bytes by hand: what no writer would write.
std::string header(const std::string& name, unsigned long long size, char type = '0',
                   const std::string& link = {}) {
  std::string block(512, '\0');
  block.replace(0, name.size(), name);
  block.replace(100, 7, "0000644");
  char octal[13];
  std::snprintf(octal, sizeof octal, "%011llo", size);
  block.replace(124, 11, octal);
  block.replace(136, 11, "00000000000");
  block[156] = type;
  block.replace(157, link.size(), link);
  block.replace(257, 5, "ustar");
  block.replace(263, 2, "00");
  block.replace(148, 8, "        ");
  unsigned sum = 0;
  for (const char c : block) sum += static_cast<unsigned char>(c);
  std::snprintf(octal, sizeof octal, "%06o", sum);
  block.replace(148, 6, octal);
  block[154] = '\0';
  return block;
}

std::string file(const std::string& name, std::string text) {
  const std::string head = header(name, text.size());
  text.resize((text.size() + 511) / 512 * 512);
  return head + text;
}

const std::string kEnd(1024, '\0');

std::string gzipped(const std::string& bytes) {
  std::string result;
  const std::unique_ptr<archive, decltype(&archive_write_free)> writer(archive_write_new(),
                                                                       archive_write_free);
  archive_write_set_format_raw(writer.get());
  archive_write_add_filter_gzip(writer.get());
  archive_write_open(
      writer.get(), &result, nullptr,
      [](archive*, void* out, const void* block, std::size_t size) {
        static_cast<std::string*>(out)->append(static_cast<const char*>(block), size);
        return static_cast<la_ssize_t>(size);
      },
      nullptr);
  const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(),
                                                                            archive_entry_free);
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_write_header(writer.get(), entry.get());
  archive_write_data(writer.get(), bytes.data(), bytes.size());
  archive_write_close(writer.get());
  return result;
}

// What is read from a pipe to learn what it is would be missing afterwards.
TEST(Tar, APipeIsReadOnce) {
  const test::TemporaryFolder folder;
  const std::string path = folder / "pipe";
  ASSERT_EQ(mkfifo(path.c_str(), 0600), 0);
  std::thread writer([&] {
    std::ofstream(path, std::ios::binary) << tarOf({{"partition.csv", "NAME,DESCRIPTION\nInternal,ours\n"}});
  });
  const auto loaded = loadPlan({path});
  // Had nobody opened it, the writer would wait for ever.
  const std::ifstream opened(path, std::ios::binary | std::ios::in | std::ios::out);
  writer.join();
  ASSERT_TRUE(loaded);
  EXPECT_TRUE(loaded->plan.findPartition("Internal"));
}

TEST(Tar, MembersInOrder) {
  const Members plain = membersOf(tarOf({{"b.csv", "x"}, {"a/c.csv", ""}}));
  EXPECT_THAT(plain.names, ElementsAre("x.tar/b.csv", "x.tar/a/c.csv"));
  EXPECT_THAT(plain.messages, IsEmpty());
  EXPECT_THAT(membersOf(file("./d.csv", "1") + header("e/", 0, '5') + kEnd).names,
              ElementsAre("x.tar/d.csv"));
}

TEST(Tar, TheSameBytesEachTime) {
  EXPECT_EQ(tarOf({{"a", "1"}}), tarOf({{"a", "1"}}));
  EXPECT_EQ(tarOf({{"a", "1"}}).size() % 512, 0U);
}

TEST(Tar, Gzipped) {
  const Members members = membersOf(gzipped(tarOf({{"a.csv", "x"}})));
  EXPECT_THAT(members.names, ElementsAre("x.tar/a.csv"));
  EXPECT_THAT(members.messages, IsEmpty());
}

TEST(Tar, WhatLeadsOutOfItIsRefused) {
  for (const char* name : {"../a.csv", "a/../../b", "..", "a/.."}) {
    const Members members = membersOf(file(name, "x") + file("good", "y") + kEnd);
    EXPECT_THAT(members.names, ElementsAre("x.tar/good")) << name;
    EXPECT_THAT(members.messages,
                ElementsAre(HasSubstr("is a path that leads out of the archive, it is not read")));
  }
  const Members absolute = membersOf(file("/etc/passwd", "x") + kEnd);
  EXPECT_THAT(absolute.names, IsEmpty());
  EXPECT_THAT(absolute.messages,
              ElementsAre("x.tar: error: \"/etc/passwd\" in the archive is an absolute path, it is "
                          "not read [archive-member-refused]"));
  EXPECT_THAT(membersOf(file("a..b/..c", "x") + kEnd).names, ElementsAre("x.tar/a..b/..c"));
}

TEST(Tar, NamesNeedNotBeAscii) {
  const auto members = membersOf(file("B\xC3\xBCro/css.csv", "NAME\n") + kEnd);
  EXPECT_THAT(members.messages, IsEmpty());
  EXPECT_THAT(members.names, ElementsAre("x.tar/B\xC3\xBCro/css.csv"));
}

TEST(Tar, LinksAndDevicesAreRefused) {
  for (const char type : {'1', '2'}) {
    EXPECT_THAT(membersOf(header("l", 0, type, "/etc/passwd") + kEnd).messages,
                ElementsAre(HasSubstr("is a link")));
  }
  for (const char type : {'3', '4', '6'}) {
    EXPECT_THAT(membersOf(header("d", 0, type) + kEnd).messages,
                ElementsAre(HasSubstr("is no regular file")));
  }
}

TEST(Tar, AnArchiveInItIsNotOpened) {
  for (const std::string& inner : {tarOf({{"a", "1"}}), gzipped("x")}) {
    const Members members = membersOf(tarOf({{"inner", inner}, {"good", "y"}}));
    EXPECT_THAT(members.names, ElementsAre("x.tar/good"));
    EXPECT_THAT(members.messages, ElementsAre(HasSubstr("is an archive in an archive")));
  }
}

TEST(Tar, ASizeThatLiesEndsIt) {
  const Members huge = membersOf(file("a", "x") + header("b", 8'000'000'000ULL) + "short");
  EXPECT_THAT(huge.names, ElementsAre("x.tar/a"));
  EXPECT_THAT(huge.messages, ElementsAre(HasSubstr("268435456 bytes in one file")));
  const Members longer = membersOf(file("a", "x") + header("b", 100'000) + "short");
  EXPECT_THAT(longer.names, ElementsAre("x.tar/a"));
  EXPECT_THAT(longer.messages, ElementsAre(HasSubstr("damaged or cut short")));
}

// GNU's sparse files name the places of their parts themselves.
TEST(Tar, AMemberIsNeverLargerThanItSays) {
  const auto record = [](const std::string& text) {
    const std::string line = std::to_string(text.size() + 4) + " " + text + "\n";  // two digits of length
    EXPECT_EQ(line.size(), text.size() + 4);
    return line;
  };
  const std::string extended = record("GNU.sparse.major=1") + record("GNU.sparse.minor=0") +
                               record("GNU.sparse.name=a.csv") + record("GNU.sparse.realsize=100");
  std::string attributes = header("PaxHeaders/a.csv", extended.size(), 'x') + extended;
  attributes.resize(1024);
  const auto withMap = [&](std::string map, Diagnostics& problems) {
    map.resize(512);
    const std::string bytes =
        attributes + file("GNUSparseFile/a.csv", map + std::string(3 * 512, 'x')) + kEnd;
    return readTar(SourceText("x.tar", bytes), {}, problems);
  };
  Diagnostics problems;
  const std::vector<SourceText> members = withMap("3\n0\n512\n512\n512\n1024\n512\n", problems);
  ASSERT_EQ(members.size(), 1U);
  EXPECT_EQ(members[0].text(), std::string(100, 'x'));
  EXPECT_TRUE(problems.empty());
  // Parts that overlap, or do not come in order, are no member at all.
  for (const char* map : {"3\n0\n512\n0\n512\n0\n512\n", "2\n512\n512\n0\n512\n"}) {
    problems.clear();
    EXPECT_TRUE(withMap(map, problems).empty()) << map;
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].code, DiagnosticCode::ArchiveDamaged);
  }
}

TEST(Tar, CutShort) {
  const std::string whole = tarOf({{"a", std::string(2'000, 'x')}, {"b", std::string(2'000, 'y')}});
  for (std::size_t size = 1; size < 6 * 512; size += 97) {
    const Members members = membersOf(whole.substr(0, size));
    EXPECT_LE(members.names.size(), 1U);
    if (size > 3'000) {
      EXPECT_THAT(members.messages, ElementsAre(HasSubstr("files read before that: 1"))) << size;
    }
  }
}

TEST(Tar, WhatItUnpacksToIsLimited) {
  const TarLimits limits{10'000, 25'000, 5};
  const std::string text(9'000, 'x');
  EXPECT_THAT(
      membersOf(tarOf({{"a", text}, {"b", text}, {"c", text}}), limits).messages,
      ElementsAre(
          "x.tar: error: the archive unpacks to more than 25000 bytes in all; the rest of it is not read "
          "[archive-too-large]"));
  EXPECT_THAT(membersOf(tarOf({{"a", text + text}}), limits).messages,
              ElementsAre(HasSubstr("10000 bytes in one")));
  const Members many =
      membersOf(tarOf({{"1", ""}, {"2", ""}, {"3", ""}, {"4", ""}, {"5", ""}, {"6", ""}}), limits);
  EXPECT_EQ(many.names.size(), 5U);
  EXPECT_THAT(many.messages, ElementsAre(HasSubstr("more than 5 files")));
  // What is passed over has to be unpacked as well.
  EXPECT_THAT(membersOf(file("../a", text) + file("../b", text) + file("../c", text) + kEnd, limits).messages,
              testing::Contains(HasSubstr("25000 bytes in all")));
}

TEST(Tar, ABombIsNotUnpacked) {
  const std::string bomb = gzipped(header("bomb.csv", 300U << 20U) + std::string(8U << 20U, '\0'));
  ASSERT_LT(bomb.size(), 100'000U);
  EXPECT_THAT(membersOf(bomb).messages, ElementsAre(HasSubstr("bytes in one file")));
}

TEST(Tar, WhatIsNoArchiveSaysSo) {
  const auto error = [](const std::string& text) {
    const auto loaded = loadPlanText("x", text);
    return loaded ? "read" : report::renderDiagnostic(loaded.error());
  };
  EXPECT_THAT(error("\x1F\x8B not gzip at all"), HasSubstr("archive-damaged"));
  EXPECT_THAT(error(gzipped("hello")), HasSubstr("archive-damaged"));
  EXPECT_THAT(error(kEnd), HasSubstr("found binary data"));
  EXPECT_THAT(error(tarOf({{"a.txt", "hello"}})), HasSubstr("no-plan"));
  EXPECT_THAT(error(tarOf({})), HasSubstr("not-a-plan"));
}

}  // namespace
}  // namespace dialscope::import
