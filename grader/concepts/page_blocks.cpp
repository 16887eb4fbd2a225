#include "page_blocks.h"

#include <sstream>

namespace lockstep::concepts {
namespace {

constexpr std::string_view kHead = "<!-- ./lab explore ";
constexpr std::string_view kHeadEnd = " -->";
constexpr std::string_view kEnd = "<!-- end -->";

Block block_of(const std::string& head) {
  Block block{.head = head, .command = {}, .expected = {}};
  const std::string inner = head.substr(kHead.size(), head.size() - kHead.size() - kHeadEnd.size());
  const auto colon = inner.rfind(": ");
  if (colon == std::string::npos) return block;
  block.expected = inner.substr(colon + 2);
  std::istringstream words(inner.substr(0, colon));
  for (std::string word; words >> word;) block.command.push_back(word);
  return block;
}

}  // namespace

Page read_page(std::string_view text) {
  Page page{.texts = {""}, .blocks = {}, .mistake = {}};
  bool inside = false;
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) {
    const bool is_head = line.starts_with(kHead) && line.ends_with(kHeadEnd);
    if (is_head && inside) page.mistake = "no <!-- end --> before " + line;
    if (is_head) {
      page.blocks.push_back(block_of(line));
      if (page.blocks.back().command.empty()) page.mistake = line + " does not say what must be found: `FILE: KIND`";
      page.texts.emplace_back();
    } else if (line == kEnd) {
      if (!inside) page.mistake = "<!-- end --> without a beginning";
    } else if (!inside) {
      page.texts.back() += line + '\n';
    }
    if (is_head || line == kEnd) inside = is_head;
  }
  if (inside) page.mistake = "no <!-- end --> at the end";
  return page;
}

std::string written(const Page& page, const std::vector<std::string>& filled) {
  std::string text = page.texts.front();
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    text += page.blocks[i].head + "\n\n" + filled[i] + "\n" + std::string(kEnd) + "\n" + page.texts[i + 1];
  }
  return text;
}

}  // namespace lockstep::concepts
