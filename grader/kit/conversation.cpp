#include "conversation.h"

#include <algorithm>
#include <exception>
#include <sstream>

namespace lockstep::measure {

std::string one_line(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return text.substr(0, 500);
}

void Conversation::hold(std::istream& requests, const Answerer& answer) {
  for (std::string line; std::getline(requests, line);) answer(line, answer_to(line));
}

std::string Conversation::answer_to(const std::string& request) {
  std::istringstream words(request);
  std::string verb;
  std::string ticket;
  words >> verb >> ticket;
  try {
    if (verb == "list") return "functions " + ticket + names();
    if (verb == "prepare") {
      return prepare_named(words) ? "ready " + ticket : "refused " + ticket + " cannot prepare: " + request;
    }
    if (verb != "run" || !is_ready()) return "refused " + ticket + " cannot do: " + request;
    return run(ticket, words);
  } catch (const std::exception& error) {
    return "exception " + ticket + ' ' + one_line(error.what());
  } catch (...) {
    return "exception " + ticket + " of a type that is no std::exception";
  }
}

std::string Conversation::names() const {
  std::string all;
  for (const Workload& workload : workloads_) all += ' ' + workload.name;
  return all;
}

bool Conversation::prepare_named(std::istream& words) {
  std::string name;
  words >> name;
  const auto workload = std::ranges::find(workloads_, name, &Workload::name);
  return workload != workloads_.end() && prepare(*workload, words);
}

}  // namespace lockstep::measure
