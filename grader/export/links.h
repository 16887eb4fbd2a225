#pragma once

#include <set>
#include <string>
#include <string_view>

namespace lockstep::exported {

/// A page of Markdown in which each link to a file that is not there has become its words alone. Links to the web and
/// within the page stay. Lines of code, fenced or indented by four blanks, stay as they are.
/// \param path   of the page: "docs/glossary.md"
/// \param files  that are there, by path from the same folder
[[nodiscard]] std::string without_dead_links(std::string_view page, std::string_view path,
                                             const std::set<std::string, std::less<>>& files);

}  // namespace lockstep::exported
