#include "explorer/report/rows.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

#include "explorer/report/reasons.h"

namespace lockstep::explorer {
namespace {

bool is_named(const RawFinding& finding, const Step& step) {
  return step.operation.place != 0 &&
         std::find(finding.places.begin(), finding.places.end(), step.operation.place) != finding.places.end();
}

/// Whether a step is made at the line of the expectation that failed.
bool at_the_expectation(const Step& step, const RawFinding& finding, Symbols& symbols) {
  if (finding.kind != FindingKind::kAssertion || step.operation.place == 0) return false;
  const std::string line = symbols.place(step.operation.place);
  if (finding.source)
    return line == Frame{.function = {}, .file = finding.source->file, .line = finding.source->line}.place();
  return std::any_of(finding.places.begin(), finding.places.end(),
                     [&](Place place) { return place != 0 && symbols.place(place) == line; });
}

/// Whether a step is GoogleTest's, which locks while it writes down the expectation that failed.
bool of_the_test_library(const Step& step, const RawFinding& finding, Symbols& symbols) {
  const bool locks = step.operation.kind == OpKind::kLock || step.operation.kind == OpKind::kUnlock;
  return locks && finding.source && at_the_expectation(step, finding, symbols);
}

/// The rows of all steps that say something.
std::vector<Row> all_rows(const std::vector<Step>& steps, const RawFinding& finding, Symbols& symbols) {
  std::vector<Row> rows;
  std::size_t number = 0;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Step& step = steps[i];
    const bool decisive = is_named(finding, step);
    const bool is_step = !step.waits && !step.access;
    if (!decisive && (!is_step || step.hidden || of_the_test_library(step, finding, symbols))) continue;
    rows.push_back({.step = i, .number = is_step ? ++number : 0, .decisive = decisive});
  }
  return rows;
}

void add_reasons(std::vector<Row>& rows, const std::vector<Step>& steps, const RawFinding& finding, Symbols& symbols) {
  std::vector<NumberedStep> shown;
  shown.reserve(rows.size());
  for (const Row& row : rows) shown.push_back({&steps[row.step], row.number});
  std::vector<std::string> why =
      reasons(shown, finding, [&](const Step& step) { return at_the_expectation(step, finding, symbols); });
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i].stays = !why[i].empty();
    rows[i].decisive |= rows[i].stays;
    rows[i].why = std::move(why[i]);
  }
}

/// Of the steps at a decisive place, the finding is about the last.
void keep_the_last(std::vector<Row>& rows, const std::vector<Step>& steps) {
  std::set<std::pair<ThreadId, Place>> seen;
  for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
    const Step& step = steps[row->step];
    if (row->decisive && seen.emplace(step.thread, step.operation.place).second) row->stays = true;
  }
}

/// Leaves out rows behind the first quarter of what is to stay, until no more than `most` are left.
std::vector<Row> shortened(std::vector<Row> rows, std::size_t most) {
  const auto is_step = [](const Row& row) { return row.number > 0; };
  auto excess = static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), is_step));
  if (excess <= most) return rows;
  excess -= most;
  std::vector<Row> left;
  std::size_t before = 0;
  std::size_t gap = 0;
  for (Row& row : rows) {
    const bool stays = !is_step(row) || row.stays || excess == 0 || before < most / 4;
    if (is_step(row)) ++before;
    if (stays) {
      row.left_out = std::exchange(gap, 0);
      left.push_back(std::move(row));
    } else {
      --excess;
      gap += 1 + row.folded();
    }
  }
  return left;
}

bool same_step(const Row& a, const Row& b, const std::vector<Step>& steps) {
  const Step& one = steps[a.step];
  const Step& other = steps[b.step];
  return one.thread == other.thread && one.operation.kind == other.operation.kind &&
         one.operation.place == other.operation.place && one.operation.object == other.operation.object &&
         one.note == other.note;
}

bool may_be_folded(const Row& row) { return row.number > 0 && !row.stays; }

/// How often the `length` rows from `first` on come in a row; 0 when they are no round of one thread.
std::size_t times_in_a_row(const std::vector<Row>& rows, std::size_t first, std::size_t length,
                           const std::vector<Step>& steps) {
  for (std::size_t i = first; i < first + length; ++i) {
    if (!may_be_folded(rows[i]) || steps[rows[i].step].thread != steps[rows[first].step].thread) return 0;
  }
  std::size_t end = first + length;
  while (end < rows.size() && may_be_folded(rows[end]) && same_step(rows[end], rows[end - length], steps)) ++end;
  return (end - first) / length;
}

}  // namespace

std::vector<Row> folded(const std::vector<Row>& rows, const std::vector<Step>& steps) {
  constexpr std::size_t kLongestRound = 8;
  constexpr std::size_t kFewestTimes = 3;
  std::vector<Row> left;
  left.reserve(rows.size());
  for (std::size_t i = 0; i < rows.size();) {
    std::size_t round = 1;
    std::size_t best = 1;
    for (std::size_t length = 1; length <= kLongestRound && i + length <= rows.size(); ++length) {
      const std::size_t now = times_in_a_row(rows, i, length, steps);
      if (now >= kFewestTimes && (now - 1) * length > (best - 1) * round)
        std::tie(round, best) = std::pair(length, now);
    }
    const auto begin = rows.begin() + static_cast<std::ptrdiff_t>(i);
    std::copy(begin, begin + static_cast<std::ptrdiff_t>(round), std::back_inserter(left));
    if (best > 1) {
      left.back().round = round;
      left.back().more_rounds = best - 1;
    }
    i += round * best;
  }
  return left;
}

std::vector<Row> whole_rows_of(const std::vector<Step>& steps, const RawFinding& finding, Symbols& symbols) {
  std::vector<Row> rows = all_rows(steps, finding, symbols);
  add_reasons(rows, steps, finding, symbols);
  keep_the_last(rows, steps);
  return rows;
}

std::vector<Row> rows_of(const std::vector<Step>& steps, const RawFinding& finding, Symbols& symbols,
                         std::size_t most) {
  return shortened(folded(whole_rows_of(steps, finding, symbols), steps), most);
}

}  // namespace lockstep::explorer
