#include "intake/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <system_error>

#include "build/submitted.h"
#include "intake/limits.h"
#include "text/plain_text.h"

namespace lockstep::intake {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBlock = 1 << 16;

struct Free {
  void operator()(archive* reader) const { archive_read_free(reader); }
};
using Reader = std::unique_ptr<archive, Free>;

tl::unexpected<Error> damaged(archive* reader) {
  const char* why = archive_error_string(reader);
  return input_error(fmt::format("cannot be unpacked: {}", plain_line(why == nullptr ? "it is damaged" : why)));
}

/// An entry's path with '/' between its parts, as neither its own tool nor this machine's language may spell it.
std::string path_of(archive_entry* entry) {
  const char* name = archive_entry_pathname_utf8(entry);
  if (name == nullptr) name = archive_entry_pathname(entry);
  std::string path = name == nullptr ? "" : name;
  std::replace(path.begin(), path.end(), '\\', '/');
  while (path.starts_with("./")) path.erase(0, 2);
  return path;
}

std::string name_in(const std::string& path) {
  const auto slash = path.rfind('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

/// Unpacks one entry after another into memory.
class Unpacking {
 public:
  Unpacking(archive* reader, const std::vector<std::string>& names) : reader_(reader), names_(&names) {}

  Result<void> take_in(archive_entry* entry) {
    if (++entries_ > kMostEntries) return input_error(fmt::format("holds more than {} entries", kMostEntries));
    std::string path = path_of(entry);
    if (path.empty() && archive_entry_filetype(entry) == AE_IFDIR) return {};  // "./"
    if (const std::string harm = harm_in(path); !harm.empty()) return input_error(harm);
    if (archive_entry_is_encrypted(entry) != 0) return input_error("is encrypted");
    if (archive_entry_symlink(entry) != nullptr || archive_entry_hardlink(entry) != nullptr) {
      links_.insert(path);
      return {};
    }
    if (archive_entry_filetype(entry) == AE_IFDIR) return {};
    const bool is_file = archive_entry_filetype(entry) == AE_IFREG;
    const std::string name = name_in(path);
    const bool is_asked_for = is_file && std::find(names_->begin(), names_->end(), name) != names_->end();
    auto text = data(is_asked_for);
    if (!text) return tl::unexpected(text.error());
    if (!is_file) return {};
    if (!files_.insert(path).second) return input_error(fmt::format("has the path {} twice", plain_line(path)));
    if (is_asked_for) texts_[path] = std::move(*text);
    return {};
  }

  Holding holding() && {
    return {.files = std::move(files_),
            .links = std::move(links_),
            .read = [texts = std::move(texts_)](const std::string& path) -> Result<std::string> {
              const auto found = texts.find(path);
              if (found == texts.end()) return input_error(fmt::format("{} is no regular file", plain_line(path)));
              return found->second;
            }};
  }

 private:
  /// Reads the data of the entry at hand, which counts even where it is not kept: an archive is bounded as a whole.
  Result<std::string> data(bool is_kept) {
    std::string text;
    std::string block(kBlock, '\0');
    for (;;) {
      const la_ssize_t got = archive_read_data(reader_, block.data(), block.size());
      if (got == 0) return text;
      if (got < 0) return damaged(reader_);
      bytes_ += static_cast<std::uintmax_t>(got);
      if (bytes_ > kMostBytes) {
        return input_error(fmt::format("holds more than {} MB when it is unpacked", kMostBytes >> 20));
      }
      // One byte more than is accepted, so that its size is seen to be too large.
      const std::size_t room = build::kLargestFile + 1 - std::min<std::size_t>(text.size(), build::kLargestFile + 1);
      if (is_kept) text.append(block, 0, std::min(room, static_cast<std::size_t>(got)));
    }
  }

  archive* reader_;
  const std::vector<std::string>* names_;
  std::size_t entries_ = 0;
  std::uintmax_t bytes_ = 0;
  std::set<std::string> files_;
  std::set<std::string> links_;
  std::map<std::string, std::string> texts_;
};

}  // namespace

Result<Holding> open_archive(const fs::path& file, const std::vector<std::string>& names) {
  std::error_code unknown;
  if (!fs::is_regular_file(fs::symlink_status(file, unknown))) return input_error("is no regular file");
  if (const auto size = fs::file_size(file, unknown); !unknown && size > kMostBytes) {
    return input_error(fmt::format("is too large: {} MB, at most {} are accepted", size >> 20, kMostBytes >> 20));
  }
  const Reader reader(archive_read_new());
  archive_read_support_filter_gzip(reader.get());
  archive_read_support_format_tar(reader.get());
  archive_read_support_format_zip(reader.get());
  if (archive_read_open_filename(reader.get(), file.c_str(), kBlock) != ARCHIVE_OK) return damaged(reader.get());
  Unpacking unpacking(reader.get(), names);
  for (;;) {
    archive_entry* entry = nullptr;
    const int code = archive_read_next_header(reader.get(), &entry);
    if (code == ARCHIVE_EOF) return std::move(unpacking).holding();
    if (code != ARCHIVE_OK && code != ARCHIVE_WARN) return damaged(reader.get());
    if (auto taken = unpacking.take_in(entry); !taken) return tl::unexpected(taken.error());
  }
}

}  // namespace lockstep::intake
