#include "amdahl_workload.h"

#include <random>
#include <utility>

namespace amdahl_workload {
namespace {

constexpr std::size_t kVocabulary = 2000;

std::vector<std::string> vocabulary(std::mt19937_64& random) {
  std::vector<std::string> words(kVocabulary);
  for (std::string& word : words) {
    for (std::uint64_t letters = 3 + random() % 8; letters > 0; --letters) {
      word += static_cast<char>('a' + random() % 26);
    }
  }
  return words;
}

/// Fills the last piece up to its size with lines.
void finish_piece(std::string& piece, std::size_t size) {
  while (piece.size() < size) piece += piece.size() % 80 == 79 ? '\n' : '-';
  piece.back() = '\n';
}

std::string prose(const std::vector<std::string>& words, std::mt19937_64& random) {
  std::string piece;
  while (piece.size() + 12 < kPieceBytes) {
    piece += words[random() % words.size()];
    piece += random() % 10 == 0 ? '\n' : ' ';
  }
  finish_piece(piece, kPieceBytes);
  return piece;
}

/// FNV-1a: Fowler, Noll and Vo.
std::uint64_t checksum(std::string_view report) {
  std::uint64_t sum = 0xcbf29ce484222325;
  for (const char c : report) sum = (sum ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return sum;
}

}  // namespace

std::string text(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  const std::vector<std::string> words = vocabulary(random);
  const std::size_t first_dear = random() % 2 == 0 ? 0 : kPieces / 2;
  std::string rules;
  finish_piece(rules, kPieceBytes);
  std::string all;
  for (std::size_t i = 0; i < kPieces; ++i) {
    const bool dear = i >= first_dear && i < first_dear + kPieces / 2 && i % 2 == 0;
    all += dear ? prose(words, random) : rules;
  }
  return all;
}

Stages stages(std::string text, lockstep::measure::Around around) {
  Stages stages = word_count(std::move(text));
  stages.transform = [transform = stages.transform, around](std::string_view piece) {
    Words words;
    around([&] { words = transform(piece); });
    return words;
  };
  stages.aggregate = [aggregate = stages.aggregate, around = std::move(around)](const Words& words, Counts& into) {
    around([&] { aggregate(words, into); });
  };
  return stages;
}

lockstep::measure::Workload workload(std::string name, Run run) {
  return {.name = std::move(name),
          .tasks = 2 * kPieces,
          .prepare = [run = std::move(run)](std::uint64_t seed, unsigned workers,
                                            lockstep::measure::Around around) -> lockstep::measure::Job {
            return [run, workers, stages = stages(text(seed), std::move(around))] {
              return checksum(run(stages, workers));
            };
          }};
}

}  // namespace amdahl_workload
