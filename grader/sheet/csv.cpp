#include "sheet/csv.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "text/console_text.h"
#include "text/plain_text.h"

namespace lockstep::sheet {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

class CsvReader {
 public:
  CsvReader(std::string_view text, char separator, std::string_view file)
      : text_(text), separator_(separator), file_(file) {
    if (text_.starts_with(kByteOrderMark)) at_ = kByteOrderMark.size();
  }

  Result<std::vector<Row>> rows() {
    std::vector<Row> rows;
    while (at_ < text_.size()) {
      Row row{.cells = {}, .line = line_};
      do {
        auto cell = text_.substr(at_).starts_with('"') ? quoted() : plain();
        if (!cell) return tl::unexpected(cell.error());
        row.cells.push_back(std::move(*cell));
      } while (take(separator_));
      (void)take('\r');
      if (take('\n')) ++line_;
      rows.push_back(std::move(row));
    }
    return rows;
  }

 private:
  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  /// A carriage return ends a cell only before a line feed.
  [[nodiscard]] bool at_end_of_line() const {
    return text_[at_] == '\n' || (text_[at_] == '\r' && text_.substr(at_ + 1).starts_with('\n'));
  }

  Result<Cell> plain() {
    Cell cell{.value = {}, .begin = at_, .end = at_, .quoted = false};
    while (at_ < text_.size() && text_[at_] != separator_ && !at_end_of_line()) ++at_;
    cell.end = at_;
    cell.value = text_.substr(cell.begin, cell.end - cell.begin);
    return cell;
  }

  Result<Cell> quoted() {
    Cell cell{.value = {}, .begin = at_, .end = at_, .quoted = true};
    const int begun = line_;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\n') ++line_;
      if (text_[at_] != '"') {
        cell.value += text_[at_];
      } else if (text_.substr(at_ + 1).starts_with('"')) {
        cell.value += text_[++at_];
      } else {
        cell.end = ++at_;
        const bool ends = at_ == text_.size() || text_[at_] == separator_ || at_end_of_line();
        if (ends) return cell;
        return input_error(
            fmt::format("{}:{}: found text after the quotation mark that closes a cell; accepted: a "
                        "separator or the end of the line",
                        file_, line_));
      }
    }
    return input_error(fmt::format("{}:{}: found a quotation mark that is not closed; accepted: CSV as RFC 4180 has it",
                                   file_, begun));
  }

  std::string_view text_;
  char separator_;
  std::string_view file_;
  std::size_t at_ = 0;
  int line_ = 1;
};

}  // namespace

Result<std::vector<Row>> read_csv(std::string_view text, char separator, std::string_view file) {
  const bool is_utf16 = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
  if (is_utf16 || text.find('\0') != std::string_view::npos) {
    return input_error(fmt::format(
        "{}:1: found {}; accepted: CSV in UTF-8. Give the file as the platform exported it, not saved by a spreadsheet",
        file, is_utf16 ? "text in UTF-16" : "bytes that are no text"));
  }
  return CsvReader(text, separator, file).rows();
}

char separator_of(std::string_view text) {
  constexpr std::size_t kRows = 3;
  std::array<std::size_t, 2> cells{};
  for (const std::size_t i : {0U, 1U}) {
    const auto rows = read_csv(text, i == 0 ? ',' : ';', "");
    if (!rows || rows->empty()) continue;
    const auto end = rows->begin() + static_cast<std::ptrdiff_t>(std::min(kRows, rows->size()));
    const std::size_t first = rows->front().cells.size();
    if (std::all_of(rows->begin(), end, [&](const Row& row) { return row.cells.size() == first; })) cells[i] = first;
  }
  return cells[1] > std::max<std::size_t>(cells[0], 1) ? ';' : ',';
}

std::string with_changes(std::string_view text, const std::vector<Change>& changes) {
  std::vector<Change> in_order = changes;
  std::sort(in_order.begin(), in_order.end(),
            [](const Change& a, const Change& b) { return a.cell->begin < b.cell->begin; });
  std::string result;
  std::size_t copied = 0;
  for (const Change& change : in_order) {
    result += text.substr(copied, change.cell->begin - copied);
    result += change.cell->quoted ? '"' + change.value + '"' : change.value;
    copied = change.cell->end;
  }
  return result + std::string(text.substr(copied));
}

std::string cell_text(std::string_view text) {
  std::string line = console_text(plain_line(text));
  // What spreadsheets take for the beginning of a formula, the wide forms included (OWASP, "CSV Injection"). A blank
  // before it hides it from no spreadsheet.
  const std::string_view first = std::string_view(line).substr(std::min(line.find_first_not_of(' '), line.size()));
  constexpr std::array<std::string_view, 8> kFormulas{"=", "+", "-", "@", "＝", "＋", "－", "＠"};
  const bool is_formula =
      std::any_of(kFormulas.begin(), kFormulas.end(), [&](std::string_view sign) { return first.starts_with(sign); });
  if (is_formula) line.insert(0, "'");
  if (line.find_first_of("\",;") == std::string::npos && !line.starts_with(' ')) return line;
  std::string quoted = "\"";
  for (const char c : line) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

}  // namespace lockstep::sheet
