#pragma once

#include <string_view>

namespace lockstep::page {

[[nodiscard]] std::string_view style();   ///< assets/page.css
[[nodiscard]] std::string_view script();  ///< assets/stepping.js: an interleaving is gone through with the keyboard

}  // namespace lockstep::page
