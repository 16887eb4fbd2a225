#pragma once

#include <cxxabi.h>

#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>
#include <typeinfo>
#include <utility>

namespace lockstep::linearize {

/// Thrown by a specification's operation that has to wait.
struct MustWait {};

/// The exception that is handled right now, as text. What a caller can rely on is its type: of the standard's
/// exceptions the class, of a number the number, of others the type's name.
[[nodiscard]] std::string text_of_current_exception();

/// A value as text, by which results are compared: truth, numbers, strings, what is there or not (optional, pointers),
/// and each type of which a function `std::string to_text(const T&)` is found in the type's own namespace.
template <class T>
[[nodiscard]] std::string text_of(const T& value) {
  if constexpr (std::is_same_v<T, bool>) {
    return value ? "true" : "false";
  } else if constexpr (std::integral<T>) {
    return std::to_string(value);
  } else if constexpr (std::convertible_to<const T&, std::string_view>) {
    return '"' + std::string(value) + '"';
  } else if constexpr (requires {
                         { to_text(value) } -> std::same_as<std::string>;
                       }) {
    return to_text(value);
  } else {
    return value ? text_of(*value) : "nothing";
  }
}

/// As a string of C++.
[[nodiscard]] std::string string_literal(std::string_view text);

/// A type as C++ names it.
[[nodiscard]] std::string name_of(const std::type_info& type);

/// A value as an expression of C++: each type of which a function `std::string to_code(const T&)` is found in the
/// type's own namespace, strings, and those whose text is an expression (truth, numbers).
template <class T>
[[nodiscard]] std::string code_of(const T& value) {
  if constexpr (requires {
                  { to_code(value) } -> std::same_as<std::string>;
                }) {
    return to_code(value);
  } else if constexpr (std::convertible_to<const T&, std::string_view>) {
    return string_literal(value);
  } else {
    return text_of(value);
  }
}

/// What a call gives or throws, as text.
template <class Call>
[[nodiscard]] std::string outcome_of(const Call& call) {
  try {
    if constexpr (std::is_void_v<decltype(call())>) {
      call();
      return "done";
    } else {
      return text_of(call());
    }
  } catch (const MustWait&) {
    throw;
  } catch (const abi::__forced_unwind&) {
    throw;  // the thread ends
  } catch (...) {
    return "throws " + text_of_current_exception();
  }
}

}  // namespace lockstep::linearize
