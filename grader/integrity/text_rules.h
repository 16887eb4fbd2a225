#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "integrity/flavour_text.h"
#include "integrity/suspicion.h"

namespace lockstep::integrity {

/// Words of the lab's own files that include a header of the submission's, behind which a macro would change them.
using Words = std::set<std::string, std::less<>>;

/// The words of a text: identifiers and keywords, those of comments and strings left out.
[[nodiscard]] Words words_in(std::string_view text);

/// What in a file of a submission works against the grader:
///
///  - code that the sanitizers and the explorer do not see: attributes that switch them off, assembly with
///    instructions, functions of the compiler that write memory by themselves;
///  - code that tells the flavours apart, so that one text is judged and another is run;
///  - directives that say that a line is of another file;
///  - macros, in a header, with names of what the tests are written in.
///
/// \param file  relative to the lab
/// \param lab   words of the lab's files; empty where none of them includes the file
[[nodiscard]] std::vector<Suspicion> suspicions_in_text(const std::string& file, std::string_view text,
                                                        const Words& lab);

/// The same in what the preprocessor made of a submission's lines: there stand the words that its macros put together.
/// \param lines  of one flavour and one file that was compiled; what is found is at their places
[[nodiscard]] std::vector<Suspicion> suspicions_after_macros(std::span<const TextLine> lines);

}  // namespace lockstep::integrity
