#pragma once

#include <exception>
#include <string>
#include <utility>
#include <variant>

// Given: how a request has ended.

/// A body, or the exception that came in its place.
class Outcome {
 public:
  Outcome() = default;  ///< an empty body
  explicit Outcome(std::string body) : end_(std::move(body)) {}
  /// \param error  not null
  explicit Outcome(std::exception_ptr error) : end_(std::move(error)) {}

  [[nodiscard]] bool has_body() const { return end_.index() == 0; }

  /// \throw the exception, where there is no body
  [[nodiscard]] const std::string& body() const {
    if (const auto* error = std::get_if<std::exception_ptr>(&end_)) std::rethrow_exception(*error);
    return std::get<std::string>(end_);
  }

 private:
  std::variant<std::string, std::exception_ptr> end_;
};
