#include "page/markup.h"

#include "text/console_text.h"
#include "text/markup.h"
#include "text/plain_text.h"

namespace lockstep::page {
namespace {

/// A runner obeys a line that begins with two colons, behind blanks or not.
std::string without_colons(std::string_view text) {
  std::string result;
  bool begins = true;
  for (const char c : text) {
    if (begins && c == ':') {
      result += "&#58;";
    } else {
      result += c;
    }
    begins = c == '\n' || (begins && c == ' ');
  }
  return result;
}

}  // namespace

std::string markup(std::string_view text) {
  const std::string plain = shortened(plain_text(text.substr(0, 4 * kMostText)), kMostText);
  return without_commands(without_colons(xml_text(plain)), "&#35;");
}

std::string line_markup(std::string_view text) { return markup(plain_line(text.substr(0, 4 * kMostText))); }

}  // namespace lockstep::page
