#pragma once

#include <string_view>

namespace lockstep::page {

[[nodiscard]] std::string_view style();        ///< assets/page.css
[[nodiscard]] std::string_view class_style();  ///< assets/class.css: what the pages of a class have besides
[[nodiscard]] std::string_view script();  ///< assets/stepping.js: an interleaving is gone through with the keyboard

}  // namespace lockstep::page
