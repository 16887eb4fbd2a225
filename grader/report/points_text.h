#pragma once

#include <string>

namespace lockstep::report {

/// Points without needless zeros: "12", "12.5", "6.66".
[[nodiscard]] std::string points_text(double points);

}  // namespace lockstep::report
