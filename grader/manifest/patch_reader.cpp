#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "manifest/lines.h"
#include "manifest/mistakes.h"
#include "manifest/patch.h"

namespace lockstep {
namespace {

using manifest::in_quotes;

/// "@@ -START,COUNT +START,COUNT @@", with COUNT left out where it is 1.
struct HunkHeader {
  std::size_t old_start = 0;
  std::size_t old_count = 1;
  std::size_t new_start = 0;
  std::size_t new_count = 1;
};

constexpr std::string_view kHunkRule = "\"@@ -LINE,COUNT +LINE,COUNT @@\" with the lines and counts of the hunk";

bool take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

bool take(std::string_view& text, std::size_t& number) {
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failed != std::errc() || number > 1'000'000'000) return false;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return true;
}

bool take_range(std::string_view& text, std::size_t& start, std::size_t& count) {
  return take(text, start) && (!take(text, ",") || take(text, count));
}

std::optional<HunkHeader> parse_header(std::string_view line) {
  HunkHeader header;
  const bool good = take(line, "@@ -") && take_range(line, header.old_start, header.old_count) && take(line, " +") &&
                    take_range(line, header.new_start, header.new_count) && take(line, " @@");
  return good ? std::optional(header) : std::nullopt;
}

/// A range of no lines names the line before it.
std::size_t lines_before(std::size_t start, std::size_t count) { return count == 0 ? start : start - 1; }

class Reader {
 public:
  Reader(const std::filesystem::path& path, std::string_view text, const std::vector<std::string>& submit)
      : lines_(manifest::split_lines(text)), submit_(submit) {
    patch_.path = path;
  }

  Result<Patch> read() {
    for (; at_ < lines_.size(); ++at_) {
      if (lines_[at_].find('\r') != std::string::npos)
        return mistake("a carriage return", "lines that end in LF alone");
      if (!lines_[at_].ends_with('\n')) return mistake("no end of line at the end", "whole lines");
    }
    at_ = 0;
    if (lines_.empty()) return mistake("nothing", "a unified patch of one file or more");
    while (at_ < lines_.size()) {
      if (auto read = read_file(); !read) return tl::unexpected(read.error());
    }
    return std::move(patch_);
  }

 private:
  [[nodiscard]] tl::unexpected<Error> mistake(std::string_view found, std::string_view accepted) const {
    manifest::Mistakes mistakes(patch_.path);
    mistakes.add(static_cast<int>(at_) + 1, found, accepted);
    return mistakes.error();
  }
  [[nodiscard]] tl::unexpected<Error> mistake(std::string_view accepted) const {
    return mistake(at_ < lines_.size() ? in_quotes(line()) : "the end of the patch", accepted);
  }

  /// Without its end.
  [[nodiscard]] std::string_view line() const {
    return std::string_view(lines_[at_]).substr(0, lines_[at_].size() - 1);
  }
  [[nodiscard]] bool at(std::string_view prefix) const { return at_ < lines_.size() && line().starts_with(prefix); }

  Result<void> read_file() {
    const std::string accepted = "\"--- a/FILE\" with a file of submit: " + manifest::quoted_list(submit_);
    if (!at("--- a/")) return mistake(accepted);
    const std::string file(line().substr(6));
    if (std::find(submit_.begin(), submit_.end(), file) == submit_.end()) return mistake(accepted);
    const auto same = [&](const FileChange& change) { return change.file == file; };
    if (std::any_of(patch_.files.begin(), patch_.files.end(), same)) return mistake("each file once");
    ++at_;
    if (!at("+++ b/") || line().substr(6) != file) return mistake(in_quotes("+++ b/" + file));
    ++at_;
    FileChange change{.file = file, .hunks = {}};
    std::size_t old_end = 0;
    std::size_t new_end = 0;
    do {
      if (auto read = read_hunk(change, old_end, new_end); !read) return read;
    } while (at("@@"));
    patch_.files.push_back(std::move(change));
    return {};
  }

  Result<void> read_hunk(FileChange& change, std::size_t& old_end, std::size_t& new_end) {
    const auto header = at_ < lines_.size() ? parse_header(line()) : std::nullopt;
    if (!header || (header->old_start == 0 && header->old_count != 0) ||
        (header->new_start == 0 && header->new_count != 0)) {
      return mistake(kHunkRule);
    }
    Hunk hunk{.line = static_cast<int>(at_) + 1,
              .start = lines_before(header->old_start, header->old_count),
              .before = {},
              .after = {},
              .lead = 0,
              .trail = 0};
    if (!change.hunks.empty() && hunk.start < old_end) {
      return mistake(fmt::format("a hunk that begins behind line {}, where the one before it ends", old_end));
    }
    // What stands between two hunks is the same in both files.
    if (lines_before(header->new_start, header->new_count) - new_end != hunk.start - old_end) {
      return mistake(fmt::format("+{} as the line in the changed file",
                                 new_end + hunk.start - old_end + (header->new_count == 0 ? 0 : 1)));
    }
    ++at_;
    if (auto read = read_lines(*header, hunk); !read) return read;
    old_end = hunk.start + hunk.before.size();
    new_end = lines_before(header->new_start, header->new_count) + hunk.after.size();
    change.hunks.push_back(std::move(hunk));
    return {};
  }

  Result<void> read_lines(const HunkHeader& header, Hunk& hunk) {
    int changed = 0;
    while (hunk.before.size() < header.old_count || hunk.after.size() < header.new_count) {
      const char kind = at_ < lines_.size() ? lines_[at_].front() : '\0';
      const bool known = kind == ' ' || kind == '-' || kind == '+';
      if (!known || (kind != '+' && hunk.before.size() == header.old_count) ||
          (kind != '-' && hunk.after.size() == header.new_count)) {
        return mistake(lines_wanted(header, hunk));
      }
      if (ended(hunk.before, kind != '+') || ended(hunk.after, kind != '-')) {
        return mistake("no more lines of a file that has ended without an end of line");
      }
      std::string text = lines_[at_++].substr(1);
      if (at("\\ No newline at end of file")) {
        text.pop_back();
        ++at_;
      }
      if (kind == ' ') {
        if (changed == 0) ++hunk.lead;
        ++hunk.trail;
      } else {
        hunk.trail = 0;
        ++changed;
      }
      if (kind != '-') hunk.after.push_back(text);
      if (kind != '+') hunk.before.push_back(std::move(text));
    }
    if (at(" ") || at("+") || (at("-") && !at("--- ")) || at("\\")) {
      return mistake(
          fmt::format("no more lines: line {} counts {} and {}", hunk.line, header.old_count, header.new_count));
    }
    if (changed == 0) {
      at_ = static_cast<std::size_t>(hunk.line) - 1;
      return mistake("a hunk that changes a line");
    }
    patch_.changed_lines += changed;
    return {};
  }

  /// Whether a line would follow one that has no end.
  static bool ended(const std::vector<std::string>& lines, bool one_more) {
    return one_more && !lines.empty() && !lines.back().ends_with('\n');
  }

  static std::string lines_wanted(const HunkHeader& header, const Hunk& hunk) {
    return fmt::format("lines that begin with \" \", \"-\" or \"+\": line {} counts {} and {}, and here are {} and {}",
                       hunk.line, header.old_count, header.new_count, hunk.before.size(), hunk.after.size());
  }

  std::vector<std::string> lines_;
  const std::vector<std::string>& submit_;
  std::size_t at_ = 0;
  Patch patch_;
};

}  // namespace

Result<Patch> read_patch(const std::filesystem::path& path, std::string_view text,
                         const std::vector<std::string>& submit) {
  return Reader(path, text, submit).read();
}

}  // namespace lockstep
