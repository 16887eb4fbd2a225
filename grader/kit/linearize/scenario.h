#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linearize/history.h"
#include "lockstep/linearize/interface.h"

namespace lockstep::linearize {

/// An operation with arguments: places in the interface.
struct Call {
  std::size_t operation = 0;
  std::size_t argument = 0;

  friend bool operator==(const Call&, const Call&) = default;
};

using Calls = std::vector<Call>;

/// What a client does.
struct Scenario {
  Calls before;                ///< on one thread, before the others start
  std::vector<Calls> threads;  ///< what each does, at the same time
  std::size_t fault = 0;       ///< this call of `fault_point` throws while the threads run; 0: none does

  friend bool operator==(const Scenario&, const Scenario&) = default;
};

/// The operations of all threads together.
[[nodiscard]] std::size_t size(const Scenario& scenario);

/// A scenario as a schedule's text begins with it: "2.0:5-7.1:3", the calls before, those of each thread, the fault.
/// A call is a number: its place among all operations with all their arguments.
[[nodiscard]] std::string text(const Scenario& scenario, const Interface& interface);

/// \return nothing: it is no such text
[[nodiscard]] std::optional<Scenario> parse_scenario(std::string_view text, const Interface& interface);

/// All calls of an interface, in their order.
[[nodiscard]] Calls all_calls(const Interface& interface);

/// The operations of a scenario's history: those before, those of one thread after the other, the release, the closing
/// ones.
class Layout {
 public:
  enum class Part { kBefore, kThread, kRelease, kClosing };

  struct Entry {
    const Operation* operation = nullptr;
    std::size_t argument = 0;
    Part part = Part::kBefore;
    std::size_t thread = 0;  ///< of kThread
  };

  Layout(const Scenario& scenario, const Interface& interface);

  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  [[nodiscard]] std::size_t begin_of_thread(std::size_t thread) const { return begins_[thread]; }
  [[nodiscard]] std::size_t end_of_thread(std::size_t thread) const { return begins_[thread + 1]; }
  [[nodiscard]] std::size_t threads() const { return begins_.size() - 1; }

  /// The places of one part. They follow each other.
  [[nodiscard]] OperationSet of(Part part) const { return parts_.at(static_cast<std::size_t>(part)); }

 private:
  std::vector<Entry> entries_;
  std::array<OperationSet, 4> parts_{};
  std::vector<std::size_t> begins_;
};

/// `find("a")`
[[nodiscard]] std::string text(const Layout::Entry& entry);

}  // namespace lockstep::linearize
