#include "linearize/table.h"

#include <algorithm>
#include <vector>

namespace lockstep::linearize {
namespace {

std::string cell(const Layout& layout, std::size_t operation, const Record* record) {
  std::string call = text(layout.entries()[operation]);
  if (record == nullptr) return call;
  const Record::Slot& slot = record->slots.at(operation);
  if (slot.how == Record::Slot::How::kReturned) return call + " -> " + std::string(slot.outcome());
  return call + (slot.how == Record::Slot::How::kCalled ? " -> waits" : " -> not called");
}

/// A line of operations that one thread makes alone; nothing where there are none.
std::string line(const std::string& head, const Layout& layout, Layout::Part part, const Record* record) {
  std::string cells;
  for (std::size_t i = 0; i < layout.entries().size(); ++i) {
    if (layout.entries()[i].part != part) continue;
    const bool uncalled = record == nullptr || record->slots.at(i).how == Record::Slot::How::kNotCalled;
    if (part == Layout::Part::kRelease && uncalled) continue;
    cells += (cells.empty() ? "" : "; ") + cell(layout, i, record);
  }
  return cells.empty() ? "" : "  " + head + cells + "\n";
}

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(text.size(), width), ' ');
  return text;
}

std::string without_trailing_spaces(std::string text) {
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

}  // namespace

std::string table(const Layout& layout, const Scenario& scenario, const Record* record) {
  std::vector<std::vector<std::string>> columns;
  std::vector<std::size_t> widths;
  std::size_t rows = 0;
  for (std::size_t thread = 0; thread < layout.threads(); ++thread) {
    auto& column = columns.emplace_back(1, "thread " + std::to_string(thread + 1));
    for (std::size_t i = layout.begin_of_thread(thread); i < layout.end_of_thread(thread); ++i) {
      column.push_back(cell(layout, i, record));
    }
    rows = std::max(rows, column.size());
    widths.push_back(std::ranges::max_element(column, {}, &std::string::size)->size());
  }
  std::string text = line("first: ", layout, Layout::Part::kBefore, record);
  for (std::size_t row = 0; row < rows; ++row) {
    std::string cells = "  ";
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (i > 0) cells += " | ";
      cells += padded(row < columns[i].size() ? columns[i][row] : "", widths[i]);
    }
    text += without_trailing_spaces(cells) + "\n";
  }
  if (scenario.fault > 0) text += "  exception: in call " + std::to_string(scenario.fault) + " of fault_point\n";
  text += line("when all waited: ", layout, Layout::Part::kRelease, record);
  return text + line("in the end: ", layout, Layout::Part::kClosing, record);
}

}  // namespace lockstep::linearize
