#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

namespace lockstep::similarity {

using Files = std::map<std::string, std::string>;  ///< texts by name

struct Submission {
  std::string learner;
  Files files;
};

struct Options {
  /// Of two submissions, from 0 to 1: pairs below it are left out.
  double threshold = 0.6;
  /// What is in the work of more than this share of the class, and of more than `common_learners`, counts for nobody:
  /// it comes from the handout, a lecture or the only way to write it.
  double common_share = 0.2;
  std::size_t common_learners = 5;
};

/// Lines of a file, both included; 1-based.
struct Region {
  std::string file;
  int first = 0;
  int last = 0;
};

/// Lines that are the same in both but for names, numbers, strings, comments and spacing.
struct Match {
  Region a;
  Region b;
  std::size_t tokens = 0;
};

/// Two submissions that are alike. That says nothing of how they came to be.
struct Pair {
  std::size_t a = 0;  ///< index of the submission; less than `b`
  std::size_t b = 0;
  double share_a = 0;  ///< of a's own tokens that b has too, 0 to 1
  double share_b = 0;
  std::vector<Match> matches;  ///< by their place in `a`

  /// By which pairs are ordered and compared with the threshold: a copy inside of something longer is one all the same.
  [[nodiscard]] double share() const { return share_a > share_b ? share_a : share_b; }
};

struct Comparison {
  std::vector<Pair> pairs;                ///< the most alike first
  std::vector<std::size_t> not_compared;  ///< submissions with too little of their own: fewer than `kLeastOwnTokens`
};

/// Below it two right solutions of a small task are alike by chance.
inline constexpr std::size_t kLeastOwnTokens = 60;

/// Compares each submission with each other one by fingerprints (`winnow.h`). What is in the skeleton does not count.
/// \param skeleton  the files as they were handed out
[[nodiscard]] Comparison compare(std::span<const Submission> submissions, const Files& skeleton,
                                 const Options& options);

}  // namespace lockstep::similarity
