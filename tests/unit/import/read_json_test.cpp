// JSON with places: every value is found where it is written.
#include "engine/import/read_json.h"

#include <gtest/gtest.h>

#include <string>

namespace dialscope::import {
namespace {

// The text from the value's place on.
std::string at(const std::string& text, std::size_t offset) { return text.substr(offset, 6); }

TEST(ReadJson, KnowsThePlaceOfEveryKindOfValue) {
  const std::string text = R"( {"a" : "x\"y\\", "b": [1, -2.5e3 ,true,false, null ], "c": {"": 7}, "d":"" })";
  const SourceText source("a.json", text);
  const auto document = readJson(source);
  ASSERT_TRUE(document);
  EXPECT_EQ(document->offset, 1U);
  const JsonValue* a = document->find("a");
  ASSERT_NE(a, nullptr);
  EXPECT_EQ(a->text, "x\"y\\");
  EXPECT_EQ(at(text, a->offset), R"("x\"y\)");
  const JsonValue* b = document->find("b");
  ASSERT_NE(b, nullptr);
  ASSERT_EQ(b->items.size(), 5U);
  EXPECT_EQ(at(text, b->offset), "[1, -2");
  EXPECT_EQ(at(text, b->items[0].offset), "1, -2.");
  EXPECT_EQ(at(text, b->items[1].offset), "-2.5e3");
  EXPECT_EQ(at(text, b->items[2].offset), "true,f");
  EXPECT_EQ(at(text, b->items[3].offset), "false,");
  EXPECT_EQ(at(text, b->items[4].offset), "null ]");
  const JsonValue* c = document->find("c");
  ASSERT_NE(c, nullptr);
  EXPECT_EQ(at(text, c->offset), "{\"\": 7");
  EXPECT_EQ(at(text, c->members[0].offset), "\"\": 7}");
  EXPECT_EQ(at(text, document->find("d")->offset), "\"\" }");
  EXPECT_EQ(document->find("e"), nullptr);
}

TEST(ReadJson, SaysWhereItIsMalformed) {
  struct Row {
    std::string text;
    std::size_t line;
    std::size_t column;
  };
  const std::string deep(kMaxJsonDepth + 1, '[');
  for (const Row& row : {Row{"{\n  \"a\": }", 2, 8}, Row{"", 1, 1}, Row{"[1, 2", 1, 6},
                         Row{"[\"\x01\"]", 1, 3}, Row{"{} x", 1, 4}, Row{deep, 1, kMaxJsonDepth + 1}}) {
    const auto document = readJson(SourceText("a.json", row.text));
    ASSERT_FALSE(document) << row.text;
    EXPECT_EQ(document.error().code, DiagnosticCode::JsonMalformed);
    EXPECT_EQ(document.error().where.line, row.line) << row.text;
    EXPECT_EQ(document.error().where.column, row.column) << row.text;
  }
}

TEST(ReadJson, RefusesOtherEncodings) {
  EXPECT_EQ(readJson(SourceText("a.json", "\"\xFC\"")).error().code, DiagnosticCode::InvalidUtf8);
}

}  // namespace
}  // namespace dialscope::import
