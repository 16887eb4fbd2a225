#include "measure/sealed_questions.h"

#include <algorithm>
#include <utility>

#include "lockstep/seal.h"

namespace lockstep::measure {

std::variant<process::Exchange, process::Exit> SealedQuestions::operator()(std::string_view question) {
  std::string line(question);
  if (std::exchange(first_, false)) line.insert(0, nonce_ + '\n');
  auto outcome = ask_(line);
  if (auto* exchange = std::get_if<process::Exchange>(&outcome)) {
    const std::string_view text = exchange->answer;
    const std::size_t end = std::min(text.rfind(' '), text.size());
    const std::string_view answer = text.substr(0, end);
    const bool sealed = end < text.size() && text.substr(end + 1) == seal_of_answer(question, answer, nonce_);
    exchange->answer = sealed ? std::string(answer) : "(not the harness's) " + std::string(text);
  }
  return outcome;
}

}  // namespace lockstep::measure
