#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <variant>

#include "process/run.h"

namespace lockstep::measure {

/// Sends a line, and gives the answer, or how the program ended.
using Ask = std::function<std::variant<process::Exchange, process::Exit>(std::string_view line)>;

/// Asks a program that seals its answers (kit/lockstep/seal.h), so that nothing else in its process can answer.
class SealedQuestions {
 public:
  /// \param nonce  of this conversation; sent before the first question
  SealedQuestions(std::string nonce, Ask ask) : nonce_(std::move(nonce)), ask_(std::move(ask)) {}

  /// \return the answer without its seal. Where the seal is wrong, the answer says so, and is none that was asked for.
  std::variant<process::Exchange, process::Exit> operator()(std::string_view question);

 private:
  std::string nonce_;
  Ask ask_;
  bool first_ = true;
};

}  // namespace lockstep::measure
