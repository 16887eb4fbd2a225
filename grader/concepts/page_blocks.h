#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lockstep::concepts {

/// A part of a concept page that is made of what the explorer finds in a program. In the page it stands between
///
///     <!-- ./lab explore docs/concepts/programs/lost_update.cpp: data-race -->
///     <!-- end -->
///
/// The head has the command, and after the colon what it must come to: a kind of finding, or `nothing` in all
/// interleavings.
struct Block {
  std::string head;                  ///< the first of these lines
  std::vector<std::string> command;  ///< what follows `./lab explore`: "docs/concepts/programs/lost_update.cpp"
  std::string expected;              ///< "data-race"; "nothing"
};

/// A page as its author wrote it: texts, and a block between each two of them.
struct Page {
  std::vector<std::string> texts;  ///< one more than blocks
  std::vector<Block> blocks;
  std::string mistake;  ///< empty where nothing is wrong with its form
};

[[nodiscard]] Page read_page(std::string_view text);

/// The page with its blocks filled in.
/// \param filled  of each block, what stands between its two lines
[[nodiscard]] std::string written(const Page& page, const std::vector<std::string>& filled);

}  // namespace lockstep::concepts
