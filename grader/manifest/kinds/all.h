#pragma once

#include <variant>

#include "manifest/kinds/api_rules.h"
#include "manifest/kinds/change_size.h"
#include "manifest/kinds/explorer.h"
#include "manifest/kinds/sanitizer.h"
#include "manifest/kinds/speedup.h"
#include "manifest/kinds/tests.h"

namespace lockstep {

/// The table of the kinds of check: a row is a kind's type of settings. The type has
///
///     static constexpr std::string_view kKind;     its name in manifest and reports
///     static constexpr bool kMayBeHidden;          whether hidden checks may be of this kind
///     static Settings read(TableReader&, points);  reads its keys of a [[check]]
///     void settle(own, lab, mistakes);             if it has rules on other checks or on submitted files
///     program, cases                               if it has cases of its own
///
/// and `checks` has, for the type, `flavours_of`, `programs_of` and `judge` (checks/check.cpp).
using CheckSettings = std::variant<TestsCheck,        //
                                   TsanCheck,         //
                                   AsanCheck,         //
                                   SpeedupCheck,      //
                                   ExplorerCheck,     //
                                   ApiRulesCheck,     //
                                   ChangeSizeCheck>;  //

}  // namespace lockstep
