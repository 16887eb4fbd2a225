#pragma once

#include <atomic>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "transport.h"

// Given: what a server does with each request. It does the same each time that it is run.

/// What becomes of one request.
struct Act {
  enum class Kind { kAnswer, kTear, kHangUp, kBusy, kRefuse, kNever };
  Kind kind = Kind::kAnswer;
  std::string body = {};
  Duration after{};
};

inline Act answer(std::string body, Duration after = {}) { return {Act::Kind::kAnswer, std::move(body), after}; }
/// Half of the body, and then the end.
inline Act tear(std::string body, Duration after = {}) { return {Act::Kind::kTear, std::move(body), after}; }
/// The end, without an answer.
inline Act hang_up(Duration after = {}) { return {Act::Kind::kHangUp, {}, after}; }
/// Not now: it may work later.
inline Act busy(Duration after = {}) { return {Act::Kind::kBusy, {}, after}; }
inline Act refuse(Duration after = {}) { return {Act::Kind::kRefuse, {}, after}; }
/// No answer, and no end.
inline Act never() { return {Act::Kind::kNever, {}, {}}; }

/// The acts for each path. Once it is written, any number of threads may take from it.
class Script {
 public:
  /// The first act for the first request for this path, and so on; the last one for all further requests.
  /// \param acts  one or more
  Script& on(const std::string& path, std::vector<Act> acts) {
    paths_[path].acts = std::move(acts);
    return *this;
  }

  /// What becomes of this request. A path that the script does not have is refused.
  const Act& take(const std::string& path) {
    static const Act refused = refuse();
    const auto found = paths_.find(path);
    if (found == paths_.end()) return refused;
    const std::size_t nth = found->second.asked.fetch_add(1);
    const std::vector<Act>& acts = found->second.acts;
    return acts[nth < acts.size() ? nth : acts.size() - 1];
  }

  /// How often this path was asked for.
  [[nodiscard]] std::size_t asked(const std::string& path) const {
    const auto found = paths_.find(path);
    return found == paths_.end() ? 0 : found->second.asked.load();
  }

 private:
  struct Path {
    std::vector<Act> acts;
    std::atomic<std::size_t> asked{0};
  };
  std::map<std::string, Path> paths_;
};
