#include "twin/model.h"

#include <algorithm>
#include <unordered_map>

#include "twin/state.h"

namespace lockstep::explorer::twin {
namespace {

struct Hash {
  std::size_t operator()(const State& state) const { return std::hash<std::string_view>{}(state.bytes()); }
};

Ending ending_of(const Program& program, const State& state) {
  Ending ending;
  for (std::size_t thread = 0; thread < program.threads.size(); ++thread) {
    const auto& registers = state.threads[thread].registers;
    ending.insert(ending.end(), registers.begin(),
                  registers.begin() + static_cast<std::ptrdiff_t>(program.threads[thread].size()));
  }
  ending.insert(ending.end(), state.words.begin(), state.words.end());
  return ending;
}

/// The graph of a program's states.
class Search {
 public:
  Search(const Program& program, const ModelOptions& options) : program_(program), options_(options) {}

  std::optional<Reachable> run() {
    State first;
    first.semaphore = static_cast<Small>(program_.semaphore);
    add(first);
    for (std::size_t at = 0; at < states_.size(); ++at) {
      if (states_.size() > options_.most_states) return std::nullopt;
      look_at(at);
    }
    found_.states = states_.size();
    found_.livelock = some_state_reaches_no_end();
    return std::move(found_);
  }

 private:
  std::size_t add(const State& state) {
    const auto [place, is_new] = numbers_.try_emplace(state, states_.size());
    if (is_new) {
      states_.push_back(&place->first);
      came_from_.emplace_back();
    }
    return place->second;
  }

  void look_at(std::size_t at) {
    const State& state = *states_[at];
    if (all_ended(program_, state)) {
      found_.endings.insert(ending_of(program_, state));
      ends_.push_back(at);
      return;
    }
    bool goes_on = false;
    for_each_next(program_, options_, state, [&](const State& next) {
      goes_on = true;
      came_from_[add(next)].push_back(at);
    });
    if (goes_on) return;
    found_.stuck = true;
    ends_.push_back(at);
  }

  [[nodiscard]] bool some_state_reaches_no_end() const {
    std::vector<bool> reaches(states_.size(), false);
    std::vector<std::size_t> left = ends_;
    for (const std::size_t end : ends_) reaches[end] = true;
    std::size_t count = left.size();
    while (!left.empty()) {
      const std::size_t at = left.back();
      left.pop_back();
      for (const std::size_t from : came_from_[at]) {
        if (reaches[from]) continue;
        reaches[from] = true;
        ++count;
        left.push_back(from);
      }
    }
    return count < states_.size();
  }

  const Program& program_;
  const ModelOptions& options_;
  std::unordered_map<State, std::size_t, Hash> numbers_;
  std::vector<const State*> states_;
  std::vector<std::vector<std::size_t>> came_from_;
  std::vector<std::size_t> ends_;  ///< all ended, or stuck
  Reachable found_;
};

}  // namespace

std::optional<Reachable> reachable(const Program& program, const ModelOptions& options) {
  return Search(program, options).run();
}

}  // namespace lockstep::explorer::twin
