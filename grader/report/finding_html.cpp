#include "report/finding_html.h"

#include <fmt/core.h>

#include <charconv>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "page/excerpt.h"
#include "page/interleaving.h"
#include "page/markup.h"
#include "report/findings.h"
#include "report/what_to_read.h"

namespace lockstep::report {
namespace {

constexpr std::size_t kMostExcerpts = 3;

/// The lines that a finding is about, by file; the files in the order in which it names them.
class MarkedLines {
 public:
  void add(const std::string& file, int line) {
    if (file.empty() || line <= 0) return;
    if (lines_.try_emplace(file).second) files_.push_back(file);
    lines_[file].insert(line);
  }
  /// \param place  "queue.h:12"
  void add(std::string_view place) {
    const auto colon = place.rfind(':');
    if (colon == std::string_view::npos) return;
    int line = 0;
    std::from_chars(place.data() + colon + 1, place.data() + place.size(), line);
    add(std::string(place.substr(0, colon)), line);
  }
  [[nodiscard]] const std::vector<std::string>& files() const { return files_; }
  [[nodiscard]] const std::set<int>& of(const std::string& file) const { return lines_.at(file); }

 private:
  std::vector<std::string> files_;
  std::map<std::string, std::set<int>> lines_;
};

std::string excerpts(const GradeReport& report, const Finding& finding) {
  MarkedLines marked;
  marked.add(finding.file, finding.line);
  for (const std::string& place : finding.racing) marked.add(place);
  for (const FindingPlace& place : finding.places) marked.add(place.file, place.line);
  std::string html;
  std::size_t shown = 0;
  for (const std::string& file : marked.files()) {
    const auto source = report.sources.find(file);
    if (source == report.sources.end() || shown == kMostExcerpts) continue;
    const std::string one = page::excerpt(file, source->second, marked.of(file));
    if (!one.empty()) ++shown;
    html += one;
  }
  return html;
}

}  // namespace

std::string finding_html(const GradeReport& report, const Finding& finding) {
  std::string html;
  if (!finding.message.empty()) html += fmt::format("<pre>{}</pre>\n", page::markup(finding.message));
  html += excerpts(report, finding);
  html += page::interleaving(title(finding.kind), finding.steps);
  if (finding.steps.empty() && !finding.trace.empty()) {
    html += fmt::format("<pre>{}</pre>\n", page::markup(finding.trace));
  }
  if (const auto read = what_to_read(finding); !read.empty()) {
    html += fmt::format("<p>Read: <code>{}</code></p>\n", page::line_markup(read));
  }
  if (!finding.replay.empty()) {
    html += fmt::format("<p>To see it again:</p>\n<pre>{}</pre>\n", page::line_markup(finding.replay));
  }
  return html;
}

}  // namespace lockstep::report
