#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mutation/mutants.h"

namespace lockstep::cli {

/// What came of a mutant that was made by rule.
enum class MutantEnd {
  kNotCompiled,  ///< no learner could hand it in
  kEqual,        ///< the compiler makes the same code of it as of its base
  kFallen,       ///< a check took points away
  kSurvived,     ///< it kept all points
  kUnclear,      ///< likewise, but a check could not be judged
};

[[nodiscard]] std::string_view name(MutantEnd end);  ///< "does not compile", ...

/// How a mutant ended, and by what.
struct JudgedMutant {
  mutation::GeneratedMutant mutant;
  MutantEnd end{};
  std::string by;      ///< "tests: TinyTest.Counts: assertion"; of an unclear one what could not be judged
  std::string reason;  ///< why it is listed as equivalent; empty when it is not listed
};

/// Whether a mutant must be seen to: nothing fells it and no reason is given, or a reason is given and it falls.
[[nodiscard]] bool is_open(const JudgedMutant& judged);

/// Of those that compile and are no equals, the share that falls; 1 where there are none.
[[nodiscard]] double mutation_score(std::span<const JudgedMutant> judged);

/// How many mutants each operator made and what came of them; the score; then those that must be seen to, with each
/// line before and after, and those that are listed, with the reason.
[[nodiscard]] std::string text_of(std::span<const JudgedMutant> judged);

/// The lines that a mutant changes, before and after.
[[nodiscard]] std::string changes_of(const mutation::GeneratedMutant& mutant);

/// The end alone.
[[nodiscard]] nlohmann::json to_json(MutantEnd end, const std::string& by);

/// \return nothing for an end that is not known
[[nodiscard]] bool end_from(const nlohmann::json& json, MutantEnd& end, std::string& by);

}  // namespace lockstep::cli
