#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <optional>
#include <utility>

namespace lockstep {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

using Range = std::pair<char32_t, char32_t>;

constexpr std::array kZeroWidth{
    Range{0x0300, 0x036F},   Range{0x0483, 0x0489}, Range{0x0591, 0x05BD}, Range{0x0610, 0x061A},
    Range{0x064B, 0x065F},   Range{0x1AB0, 0x1AFF}, Range{0x1DC0, 0x1DFF}, Range{0x200B, 0x200D},
    Range{0x20D0, 0x20FF},   Range{0xFE00, 0xFE0F}, Range{0xFE20, 0xFE2F}, Range{0x1F3FB, 0x1F3FF},
    Range{0xE0100, 0xE01EF},
};

constexpr std::array kWide{
    Range{0x1100, 0x115F},   Range{0x2E80, 0x303E},   Range{0x3041, 0x33FF},   Range{0x3400, 0x4DBF},
    Range{0x4E00, 0x9FFF},   Range{0xA000, 0xA4CF},   Range{0xAC00, 0xD7A3},   Range{0xF900, 0xFAFF},
    Range{0xFE30, 0xFE6F},   Range{0xFF00, 0xFF60},   Range{0xFFE0, 0xFFE6},   Range{0x1F300, 0x1F64F},
    Range{0x1F680, 0x1F6FF}, Range{0x1F900, 0x1F9FF}, Range{0x20000, 0x3FFFD},
};

template <std::size_t size>
bool is_in(char32_t character, const std::array<Range, size>& ranges) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [character](const Range& range) { return range.first <= character && character <= range.second; });
}

/// Bytes that follow a leading byte, and the least character that needs so many.
struct Form {
  std::size_t following = 0;
  char32_t least = 0;
  char32_t bits = 0;  ///< of the leading byte
};

std::optional<Form> form_of(unsigned char lead) {
  if (lead < 0x80) return Form{0, 0, lead};
  if ((lead & 0xE0) == 0xC0) return Form{1, 0x80, lead & 0x1FU};
  if ((lead & 0xF0) == 0xE0) return Form{2, 0x800, lead & 0x0FU};
  if ((lead & 0xF8) == 0xF0) return Form{3, 0x10000, lead & 0x07U};
  return std::nullopt;
}

}  // namespace

char32_t take_character(std::string_view& text) {
  assert(!text.empty());
  const auto form = form_of(static_cast<unsigned char>(text.front()));
  text.remove_prefix(1);
  if (!form || text.size() < form->following) return kReplacement;
  char32_t character = form->bits;
  for (std::size_t i = 0; i < form->following; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0) != 0x80) return kReplacement;
    character = (character << 6) | (byte & 0x3FU);
  }
  const bool surrogate = 0xD800 <= character && character <= 0xDFFF;
  if (character < form->least || character > 0x10FFFF || surrogate) return kReplacement;
  text.remove_prefix(form->following);
  return character;
}

void append_character(std::string& text, char32_t character) {
  const auto put = [&text](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (character < 0x80) {
    put(character);
  } else if (character < 0x800) {
    put(0xC0 | (character >> 6));
    put(0x80 | (character & 0x3F));
  } else if (character < 0x10000) {
    put(0xE0 | (character >> 12));
    put(0x80 | ((character >> 6) & 0x3F));
    put(0x80 | (character & 0x3F));
  } else {
    put(0xF0 | (character >> 18));
    put(0x80 | ((character >> 12) & 0x3F));
    put(0x80 | ((character >> 6) & 0x3F));
    put(0x80 | (character & 0x3F));
  }
}

int columns(char32_t character) {
  if (is_in(character, kZeroWidth)) return 0;
  return is_in(character, kWide) ? 2 : 1;
}

int columns(std::string_view text) {
  int sum = 0;
  while (!text.empty()) sum += columns(take_character(text));
  return sum;
}

std::string_view beginning_of(std::string_view text, int width) {
  std::string_view rest = text;
  for (int used = 0; !rest.empty();) {
    const std::size_t here = text.size() - rest.size();
    used += columns(take_character(rest));
    if (used > width) return text.substr(0, here);
  }
  return text;
}

}  // namespace lockstep
