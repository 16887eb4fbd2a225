// For tests: archives with any entries, honest or not.
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

namespace lockstep::intake {

enum class EntryKind { kFile, kFolder, kSymlink, kHardlink, kPipe };

struct Entry {
  std::string path;
  std::string text = {};  ///< of a link: what it leads to
  EntryKind kind = EntryKind::kFile;
};

inline void fill(archive_entry* entry, const Entry& each) {
  archive_entry_set_pathname(entry, each.path.c_str());
  archive_entry_set_perm(entry, 0644);
  archive_entry_set_filetype(entry, AE_IFREG);
  if (each.kind == EntryKind::kFolder) archive_entry_set_filetype(entry, AE_IFDIR);
  if (each.kind == EntryKind::kPipe) archive_entry_set_filetype(entry, AE_IFIFO);
  if (each.kind == EntryKind::kHardlink) archive_entry_set_hardlink(entry, each.text.c_str());
  if (each.kind == EntryKind::kSymlink) {
    archive_entry_set_filetype(entry, AE_IFLNK);
    archive_entry_set_symlink(entry, each.text.c_str());
  }
  if (each.kind == EntryKind::kFile) archive_entry_set_size(entry, static_cast<la_int64_t>(each.text.size()));
}

/// Writes an archive of the kind that the file's ending says.
inline void write_archive(const std::filesystem::path& file, const std::vector<Entry>& entries) {
  archive* writer = archive_write_new();
  const std::string name = file.filename();
  if (name.ends_with(".zip")) {
    archive_write_set_format_zip(writer);
  } else {
    archive_write_set_format_pax_restricted(writer);
    if (!name.ends_with(".tar")) archive_write_add_filter_gzip(writer);
  }
  ASSERT_EQ(archive_write_open_filename(writer, file.c_str()), ARCHIVE_OK);
  for (const Entry& each : entries) {
    archive_entry* entry = archive_entry_new();
    fill(entry, each);
    ASSERT_EQ(archive_write_header(writer, entry), ARCHIVE_OK) << archive_error_string(writer);
    if (each.kind == EntryKind::kFile) archive_write_data(writer, each.text.data(), each.text.size());
    archive_entry_free(entry);
  }
  ASSERT_EQ(archive_write_close(writer), ARCHIVE_OK);
  archive_write_free(writer);
}

}  // namespace lockstep::intake
