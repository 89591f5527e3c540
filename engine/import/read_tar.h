// A tar archive, gzipped or not, to the texts of its members; nothing is written to disk.
//
//   for (SourceText& member : readTar(std::move(archive), {}, diagnostics)) ...   // "export.tar/css.csv"
//
// An archive may come from anybody: names that lead out of it, links and archives in it are refused, and what it
// unpacks to is limited whatever its headers claim.
#pragma once

#include "engine/base/diagnostic.h"
#include "engine/import/source_text.h"

#include <cstddef>
#include <vector>

namespace dialscope::import {

struct TarLimits {
  std::size_t member = std::size_t{256} << 20U;  ///< bytes of one member
  std::size_t total = std::size_t{512} << 20U;   ///< … of all of them
  std::size_t members = 10'000;
};

/// Whether the text begins as a tar archive or as a gzipped file does.
bool looksLikeTar(const SourceText& source);

/// The regular files of an archive in its order, named `ARCHIVE/MEMBER`. Problems, each at the archive: ArchiveDamaged
/// and ArchiveTooLarge, which end it; ArchiveMemberRefused.
std::vector<SourceText> readTar(SourceText archive, const TarLimits& limits, Diagnostics& diagnostics);

}  // namespace dialscope::import
