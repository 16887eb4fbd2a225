#include "text/markup.h"

#include <algorithm>

#include "text/plain_text.h"

namespace lockstep {
namespace {

/// Appends a character; whether it has a meaning in XML.
bool append_entity(std::string& text, char c) {
  switch (c) {
    case '&':
      text += "&amp;";
      return true;
    case '<':
      text += "&lt;";
      return true;
    case '>':
      text += "&gt;";
      return true;
    case '"':
      text += "&quot;";
      return true;
    case '\'':
      text += "&#39;";
      return true;
    default:
      return false;
  }
}

}  // namespace

std::string xml_text(std::string_view text) {
  std::string escaped;
  for (const char c : plain_text(text)) {
    if (!append_entity(escaped, c)) escaped += c;
  }
  return escaped;
}

std::string markdown_line(std::string_view text) {
  constexpr std::string_view kMarkup = "\\`*_{}[]#|~!$@";
  constexpr std::string_view kQuotes = "\"'";  // mean nothing there
  std::string escaped;
  for (const char c : shortened(plain_line(text), kMostMarkdownBytes)) {
    if (kQuotes.find(c) == std::string_view::npos && append_entity(escaped, c)) continue;
    if (kMarkup.find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

std::string markdown_block(std::string_view text) {
  const std::string plain = shortened(plain_text(text), kMostMarkdownBytes);
  std::size_t row = 0;
  std::size_t longest = 2;
  for (const char c : plain) {
    row = c == '`' ? row + 1 : 0;
    longest = std::max(longest, row);
  }
  const std::string fence(longest + 1, '`');
  return fence + "text\n" + plain + "\n" + fence + "\n";
}

}  // namespace lockstep
