#include "text/plain_text.h"

#include <algorithm>

#include "text/utf8.h"

namespace lockstep {
namespace {

constexpr std::string_view kCut = " [... cut]";

bool is_harmful(char32_t c) {
  const bool control = c < 0x20 || (0x7F <= c && c <= 0x9F);
  const bool direction =
      c == 0x061C || c == 0x200E || c == 0x200F || (0x202A <= c && c <= 0x202E) || (0x2066 <= c && c <= 0x2069);
  const bool line_break = c == 0x2028 || c == 0x2029;
  // Characters without a shape of their own, in which text can be hidden; not the joiners, which scripts need.
  const bool unseen = c == 0x200B || (0x2060 <= c && c <= 0x2064) || c == 0xFEFF || (0xFFF9 <= c && c <= 0xFFFB) ||
                      (0xE0000 <= c && c <= 0xE007F);
  return control || direction || line_break || unseen;
}

}  // namespace

std::string plain_text(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  while (!text.empty()) {
    const char32_t c = take_character(text);
    if (c == '\r' && text.starts_with('\n')) continue;
    if (c == '\t') {
      plain += "    ";
    } else if (c == '\n' || !is_harmful(c)) {
      append_character(plain, c);
    } else {
      append_character(plain, 0xFFFD);
    }
  }
  while (!plain.empty() && (plain.back() == '\n' || plain.back() == ' ')) plain.pop_back();
  return plain;
}

std::string plain_line(std::string_view text) {
  std::string line = plain_text(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

std::string shortened(std::string text, std::size_t most) {
  if (text.size() <= most) return text;
  std::size_t end = most < kCut.size() ? 0 : most - kCut.size();
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  text.resize(end);
  return text.append(kCut);
}

}  // namespace lockstep
