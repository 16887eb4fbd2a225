#include "course/moment.h"

#include <fmt/core.h>

#include <charconv>

namespace lockstep::course {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

/// Takes what a moment is written with off the front of a text.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  /// So many digits.
  [[nodiscard]] std::optional<int> number(std::size_t digits) {
    int value = 0;
    if (rest_.size() < digits) return std::nullopt;
    const char* const end = rest_.data() + digits;
    const auto [behind, failed] = std::from_chars(rest_.data(), end, value);
    if (failed != std::errc{} || behind != end || value < 0) return std::nullopt;
    rest_.remove_prefix(digits);
    return value;
  }
  [[nodiscard]] bool take(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void skip_digits() { rest_.remove_prefix(std::min(rest_.find_first_not_of("0123456789"), rest_.size())); }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

std::optional<std::chrono::sys_days> read_day(Reader& reader) {
  const auto year = reader.number(4);
  if (!year || !reader.take('-')) return std::nullopt;
  const auto month = reader.number(2);
  if (!month || !reader.take('-')) return std::nullopt;
  const auto day = reader.number(2);
  if (!day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date);
}

std::optional<seconds> read_hours_and_minutes(Reader& reader) {
  const auto hour = reader.number(2);
  if (!hour || *hour > 23 || !reader.take(':')) return std::nullopt;
  const auto minute = reader.number(2);
  if (!minute || *minute > 59) return std::nullopt;
  return hours(*hour) + minutes(*minute);
}

/// Of "Z", "+02:00".
std::optional<seconds> read_zone(Reader& reader) {
  if (reader.take('Z')) return seconds(0);
  const bool is_east = reader.take('+');
  if (!is_east && !reader.take('-')) return std::nullopt;
  const auto offset = read_hours_and_minutes(reader);
  if (!offset) return std::nullopt;
  return is_east ? *offset : -*offset;
}

}  // namespace

std::optional<Moment> read_moment(std::string_view text) {
  Reader reader(text);
  const auto day = read_day(reader);
  if (!day || !reader.take('T')) return std::nullopt;
  const auto time = read_hours_and_minutes(reader);
  if (!time || !reader.take(':')) return std::nullopt;
  const auto second = reader.number(2);
  if (!second || *second > 59) return std::nullopt;
  if (reader.take('.')) reader.skip_digits();
  const auto zone = read_zone(reader);
  if (!zone || !reader.at_end()) return std::nullopt;
  return *day + *time + seconds(*second) - *zone;
}

namespace {

struct Parts {
  std::chrono::year_month_day date;
  std::chrono::hh_mm_ss<seconds> time;
};

Parts parts_of(Moment moment) {
  const auto day = std::chrono::floor<std::chrono::days>(moment);
  return {std::chrono::year_month_day(day), std::chrono::hh_mm_ss(moment - day)};
}

std::string date_text(const std::chrono::year_month_day& date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

}  // namespace

std::string iso_text(Moment moment) {
  const Parts parts = parts_of(moment);
  return fmt::format("{}T{:02}:{:02}:{:02}Z", date_text(parts.date), parts.time.hours().count(),
                     parts.time.minutes().count(), parts.time.seconds().count());
}

std::string moment_text(Moment moment) {
  const Parts parts = parts_of(moment);
  return fmt::format("{} {:02}:{:02} UTC", date_text(parts.date), parts.time.hours().count(),
                     parts.time.minutes().count());
}

}  // namespace lockstep::course
