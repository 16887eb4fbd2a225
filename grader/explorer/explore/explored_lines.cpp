#include "explorer/explore/explored_lines.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "explorer/hooks/instrumented_calls.h"
#include "explorer/image/reached.h"
#include "explorer/image/stack.h"
#include "explorer/report/source_lines.h"

namespace lockstep::explorer {
namespace {

struct Call {
  Place place = 0;
  SourceLine at;
};

/// The path as a place of the lab is recognised by, where the compiler may have gone round by another folder.
std::string plain_path(const std::string& file) { return std::filesystem::path(file).lexically_normal().string(); }

/// The calls from lines of files whose paths end so.
std::vector<Call> calls_from(const std::vector<std::string>& ends) {
  const std::vector<Place> places = instrumented_calls();
  std::vector<std::uintptr_t> addresses;
  addresses.reserve(places.size());
  for (const Place place : places) addresses.push_back(image().begin + place);
  const auto lines = source_lines(addresses, [&](const std::string& file) {
    const std::string path = plain_path(file);
    return std::any_of(ends.begin(), ends.end(), [&](const std::string& end) { return path.ends_with(end); });
  });
  std::vector<Call> calls;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (lines[i]) calls.push_back({places[i], {plain_path(lines[i]->file), lines[i]->line}});
  }
  return calls;
}

}  // namespace

void note_explored_lines() {
  if (the_reached.is_known()) return;
  explore_executable();
  the_reached.begin(image().size);
}

std::vector<ExploredLines> explored_lines(const std::vector<std::string>& ends) {
  std::vector<ExploredLines> files;
  if (ends.empty() || !the_reached.is_known()) return files;
  // Asked again and again while clients are generated.
  static std::vector<std::string> known_ends;
  static std::vector<Call> calls;
  if (known_ends != ends) {
    calls = calls_from(ends);
    known_ends = ends;
  }
  std::map<std::string, ExploredLines> of_file;
  for (const Call& call : calls) {
    ExploredLines& lines = of_file[call.at.file];
    (the_reached.has(call.place) ? lines.ran : lines.never).insert(call.at.line);
  }
  for (auto& [file, lines] : of_file) {
    lines.file = file;
    add_lines(files, lines);
  }
  return files;
}

}  // namespace lockstep::explorer
