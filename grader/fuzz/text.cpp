// What a submission prints, on its way into each kind of report.

#include <algorithm>
#include <string>

#include "input.h"
#include "text/console_text.h"
#include "text/markup.h"
#include "text/plain_text.h"
#include "text/utf8.h"

using namespace lockstep;

namespace {

bool is_plain(std::string_view text) {
  std::string again;
  for (std::string_view rest = text; !rest.empty();) append_character(again, take_character(rest));
  const bool controls =
      std::any_of(text.begin(), text.end(), [](unsigned char c) { return (c < 0x20 && c != '\n') || c == 0x7F; });
  return again == text && !controls && text.find("\xE2\x80\xAE") == std::string_view::npos;
}

bool begins_a_command(std::string_view text) {
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    line.remove_prefix(std::min(line.size(), line.find_first_not_of(' ')));
    if (line.starts_with("::")) return true;
  }
  return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::text_of(data, size);
  const std::string plain = plain_text(text);
  fuzz::require(is_plain(plain), "plain text is UTF-8 without control characters");
  fuzz::require(plain_text(plain) == plain, "plain text stays as it is");
  fuzz::require(plain_line(text).find('\n') == std::string::npos, "a line is one line");
  fuzz::require(shortened(plain, 100).size() <= std::max<std::size_t>(100, 10), "what is shortened is short");
  const std::string console = console_text(text);
  fuzz::require(is_plain(console) && !begins_a_command(console), "no line is a command");
  fuzz::require(console.find("##[") == std::string::npos, "no command stands in a line");
  const std::string xml = xml_text(text);
  fuzz::require(is_plain(xml) && xml.find_first_of("<>\"'") == std::string::npos, "nothing has a meaning in XML");
  const std::string line = markdown_line(text);
  fuzz::require(is_plain(line) && line.find_first_of("<>\n") == std::string::npos, "a line of Markdown has no markup");
  const std::string block = markdown_block(text);
  const std::string fence = block.substr(0, block.find('t'));
  fuzz::require(block.find(fence, fence.size()) == block.size() - fence.size() - 1, "only its end ends a block");
  return 0;
}
