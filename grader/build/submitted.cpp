#include "build/submitted.h"

#include <fmt/core.h>

#include <utility>

#include "build/untrusted_file.h"
#include "manifest/patch.h"

namespace lockstep::build {
namespace {

namespace fs = std::filesystem;

/// The content of a file of the submission.
Result<std::string> read_submitted(const fs::path& file, const Submission& submission) {
  for (const fs::path& dir : submission.dirs) {
    auto text = read_untrusted_file(dir, file, kLargestFile);
    if (!text) return tl::unexpected(text.error());
    if (*text) return std::move(**text);
  }
  return input_error(fmt::format("{} is missing in {}; the lab asks for it", file.string(),
                                 submission.dirs.empty() ? "the submission" : submission.dirs.front().string()));
}

}  // namespace

Result<std::map<std::string, std::string>> submitted_files(const Manifest& manifest, const Submission& submission) {
  std::map<std::string, std::string> files;
  for (const std::string& file : manifest.submit) {
    auto text = read_submitted(file, submission).and_then([&](const std::string& base) {
      return apply(submission.change, file, base);
    });
    if (!text) return tl::unexpected(text.error());
    files[file] = std::move(*text);
  }
  return files;
}

}  // namespace lockstep::build
