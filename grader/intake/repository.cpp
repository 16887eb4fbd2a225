#include "intake/repository.h"

#include <fmt/chrono.h>
#include <fmt/core.h>

#include <charconv>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "build/submitted.h"
#include "intake/limits.h"
#include "process/find_program.h"
#include "process/run.h"
#include "text/plain_text.h"

namespace lockstep::intake {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

/// Runs git on a repository of somebody else's, and gives what it printed.
struct Git {
  fs::path dir;
  process::SandboxBackend backend;
  std::stop_token stop;

  [[nodiscard]] Result<std::string> operator()(std::vector<std::string> words, std::string input,
                                               std::uint64_t most_bytes) const {
    std::vector<std::string> argv{"git", "--no-replace-objects", "-c", "safe.directory=*",
                                  "-c",  "protocol.allow=never", "-C", dir};
    argv.insert(argv.end(), words.begin(), words.end());
    process::Command command{.argv = std::move(argv), .environment = {}, .working_dir = {}, .input = std::move(input)};
    command.environment = {{"GIT_CONFIG_NOSYSTEM", "1"},
                           {"GIT_CONFIG_GLOBAL", "/dev/null"},
                           {"GIT_TERMINAL_PROMPT", "0"},
                           {"LC_ALL", "C.UTF-8"}};
    if (const char* path = std::getenv("PATH"); path != nullptr) command.environment["PATH"] = path;
    const process::Limits limits{.wall = 60s,
                                 .cpu = 20s,
                                 .memory_bytes = 1ULL << 30,
                                 .processes = 16,
                                 .output_bytes = most_bytes,
                                 .file_bytes = 1 << 20};
    const process::Sandbox sandbox{.backend = backend, .readable = {dir}, .hidden = {}, .writable = {}, .builds = true};
    const auto run = process::run(command, limits, sandbox, stop);
    if (!run) return tl::unexpected(run.error());
    if (stop.stop_requested()) return machine_error("interrupted");
    if (process::succeeded(run->exit)) return run->output;
    const std::string said = shortened(plain_line(run->errors), 200);
    return input_error(fmt::format("git {}{}{}", process::describe(run->exit), said.empty() ? "" : ": ", said));
  }
};

/// "MODE TYPE OBJECT\tPATH", each ended by a zero byte. A path that leads elsewhere is no path in a commit.
Result<Holding> holding_in(std::string_view listing) {
  Holding holding;
  std::size_t entries = 0;
  while (!listing.empty()) {
    const std::string_view line = listing.substr(0, listing.find('\0'));
    listing.remove_prefix(std::min(listing.size(), line.size() + 1));
    const auto tab = line.find('\t');
    if (tab == std::string_view::npos) continue;
    if (++entries > kMostEntries) return input_error(fmt::format("holds more than {} files", kMostEntries));
    const std::string path(line.substr(tab + 1));
    if (const std::string harm = harm_in(path); !harm.empty()) return input_error(harm);
    const bool is_file = line.starts_with("100644") || line.starts_with("100755");
    (is_file ? holding.files : holding.links).insert(path);
  }
  return holding;
}

/// What `git cat-file --batch` says of one object: "OBJECT TYPE SIZE\nDATA\n".
Result<std::string> object_in(std::string_view text, std::string_view type) {
  const std::string_view head = text.substr(0, text.find('\n'));
  const auto size_at = head.rfind(' ');
  std::size_t size = 0;
  const bool is_whole = size_at != std::string_view::npos && head.find(fmt::format(" {} ", type)) != head.npos &&
                        std::from_chars(head.data() + size_at + 1, head.data() + head.size(), size).ec == std::errc() &&
                        text.size() >= head.size() + 1 + size;
  if (!is_whole) return input_error(fmt::format("git says: {}", shortened(plain_line(head), 100)));
  return std::string(text.substr(head.size() + 1, size));
}

/// The time in a commit's line "committer NAME <MAIL> SECONDS ZONE"; empty when there is none that makes sense.
std::string date_of(std::string_view commit) {
  const auto line_at = commit.find("\ncommitter ");
  if (line_at == std::string_view::npos) return {};
  const std::string_view line = commit.substr(line_at + 1, commit.find('\n', line_at + 1) - line_at - 1);
  const auto mail_end = line.rfind("> ");
  std::time_t seconds = 0;
  constexpr std::time_t kYear9999 = 253'402'300'799;
  if (mail_end == std::string_view::npos ||
      std::from_chars(line.data() + mail_end + 2, line.data() + line.size(), seconds).ec != std::errc() ||
      seconds < 0 || seconds > kYear9999) {
    return {};
  }
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(seconds));
}

}  // namespace

bool is_repository(const fs::path& dir) {
  std::error_code failed;
  if (fs::exists(dir / ".git", failed)) return true;
  return fs::is_regular_file(dir / "HEAD", failed) && fs::is_directory(dir / "objects", failed) &&
         fs::is_directory(dir / "refs", failed);
}

Result<Holding> open_repository(const fs::path& dir, process::SandboxBackend backend, std::stop_token stop) {
  if (!process::find_program("git")) return input_error("is a git repository, and there is no git on this machine");
  std::error_code failed;
  const Git git{.dir = fs::absolute(dir, failed), .backend = backend, .stop = std::move(stop)};
  constexpr std::uint64_t kListing = kMostEntries * (kLongestPath + 64);
  const auto head = git({"cat-file", "--batch"}, "HEAD\n", build::kLargestFile);
  if (!head) return tl::unexpected(head.error());
  const auto commit = object_in(*head, "commit");
  if (!commit) return input_error("is a git repository without a commit at HEAD");
  const auto listing = git({"ls-tree", "-r", "-z", "--full-tree", "HEAD"}, "", kListing);
  if (!listing) return tl::unexpected(listing.error());
  auto holding = holding_in(*listing);
  if (!holding) return holding;
  holding->received = date_of(*commit);
  holding->read = [git](const std::string& path) -> Result<std::string> {
    if (path.find('\n') != std::string::npos) return input_error("has a path with a line break");
    const auto said = git({"cat-file", "--batch"}, fmt::format("HEAD:{}\n", path), build::kLargestFile + 256);
    if (!said) return tl::unexpected(said.error());
    return object_in(*said, "blob");
  };
  return holding;
}

}  // namespace lockstep::intake
