#pragma once

#include <functional>
#include <istream>
#include <span>
#include <string>
#include <string_view>

#include "lockstep/measure.h"

namespace lockstep::measure {

/// Takes each request with its answer, both without their newlines.
using Answerer = std::function<void(std::string_view request, std::string_view answer)>;

/// A text as a part of a line of answer: without control characters, and not too long.
[[nodiscard]] std::string one_line(std::string text);

/// A conversation about workloads, as lockstep/measure.h has it: requests to list them, to prepare a repetition, and to
/// run the one that is ready. What a repetition is, and what comes of it, is said by who derives from this.
class Conversation {
 public:
  explicit Conversation(std::span<const Workload> workloads) : workloads_(workloads) {}
  virtual ~Conversation() = default;
  Conversation(const Conversation&) = delete;
  Conversation& operator=(const Conversation&) = delete;

  /// Answers the requests that come from `requests` until there are no more.
  void hold(std::istream& requests, const Answerer& answer);

 protected:
  /// Makes a repetition ready.
  /// \param words  of the request, behind the workload's name
  /// \return false when they make no sense
  virtual bool prepare(const Workload& workload, std::istream& words) = 0;

  [[nodiscard]] virtual bool is_ready() const = 0;

  /// Runs the repetition that is ready, which then no longer is.
  /// \param words  of the request, behind the ticket
  /// \return the answer
  virtual std::string run(const std::string& ticket, std::istream& words) = 0;

 private:
  [[nodiscard]] std::string answer_to(const std::string& request);
  [[nodiscard]] std::string names() const;
  bool prepare_named(std::istream& words);

  std::span<const Workload> workloads_;
};

}  // namespace lockstep::measure
