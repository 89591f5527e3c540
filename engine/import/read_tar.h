// A tar archive, gzipped or not, to the texts of its members; nothing is written to disk.
//
//   for (SourceText& member : readTarFile("export.tar", {}, diagnostics)) ...   // "export.tar/css.csv"
//
// An archive may come from anybody: names that lead out of it, links and archives in it are refused, and what it
// unpacks to is limited whatever its headers claim.
#pragma once

#include "engine/base/diagnostic.h"
#include "engine/import/source_text.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dialscope::import {

struct TarLimits {
  std::size_t member = std::size_t{256} << 20U;  ///< bytes of one member
  std::size_t total = std::size_t{512} << 20U;   ///< … of all of them
  std::size_t members = 10'000;
};

/// Whether the text begins as a tar archive or as a gzipped file does.
bool looksLikeTar(std::string_view text);

/// The same of a regular file; false for any other, and for one that cannot be read.
bool isTarFile(const std::string& path);

/// The regular files of an archive in its order, named `ARCHIVE/MEMBER`. Problems, each at the archive: ArchiveDamaged
/// and ArchiveTooLarge, which end it; ArchiveMemberRefused.
std::vector<SourceText> readTar(const SourceText& archive, const TarLimits& limits, Diagnostics& diagnostics);

/// The same of a file, which is unpacked as it is read.
std::vector<SourceText> readTarFile(const std::string& path, const TarLimits& limits,
                                    Diagnostics& diagnostics);

}  // namespace dialscope::import
