#include "book/alike.h"

namespace lockstep::book {
namespace {

/// The latest submission of each learner to a lab.
struct Latest {
  std::vector<similarity::Submission> submissions;
  std::vector<std::size_t> learners;
  std::vector<const gradebook::Attempt*> attempts;
};

Latest latest_of(const Book& book, std::size_t lab, std::size_t& without_files) {
  Latest latest;
  for (std::size_t i = 0; i < book.learners.size(); ++i) {
    const auto& attempts = book.learners[i].works[lab].attempts;
    if (attempts.empty()) continue;
    const auto files = book.files.find(attempts.back().content);
    if (files == book.files.end() || files->second.empty()) {
      ++without_files;
      continue;
    }
    latest.submissions.push_back({.learner = book.learners[i].name, .files = files->second});
    latest.learners.push_back(i);
    latest.attempts.push_back(&attempts.back());
  }
  return latest;
}

}  // namespace

AllAlike find_alike(const Book& book, const std::map<std::string, similarity::Files>& skeletons,
                    const similarity::Options& options) {
  AllAlike all;
  for (std::size_t lab = 0; lab < book.labs.size(); ++lab) {
    const Latest latest = latest_of(book, lab, all.without_files);
    const auto skeleton = skeletons.find(book.labs[lab].name);
    auto compared = similarity::compare(latest.submissions,
                                        skeleton == skeletons.end() ? similarity::Files{} : skeleton->second, options);
    all.too_short += compared.not_compared.size();
    all.compared += latest.submissions.size() - compared.not_compared.size();
    for (const similarity::Pair& pair : compared.pairs) {
      all.pairs.push_back({.lab = lab,
                           .learner_a = latest.learners[pair.a],
                           .learner_b = latest.learners[pair.b],
                           .attempt_a = latest.attempts[pair.a]->number,
                           .attempt_b = latest.attempts[pair.b]->number,
                           .content_a = latest.attempts[pair.a]->content,
                           .content_b = latest.attempts[pair.b]->content,
                           .pair = pair});
    }
  }
  return all;
}

std::vector<std::size_t> shown_pairs(const AllAlike& alike) {
  std::vector<std::size_t> shown;
  std::map<std::size_t, std::size_t> of_lab;
  for (std::size_t i = 0; i < alike.pairs.size(); ++i) {
    if (++of_lab[alike.pairs[i].lab] <= kMostPairsOfALab) shown.push_back(i);
  }
  return shown;
}

}  // namespace lockstep::book
