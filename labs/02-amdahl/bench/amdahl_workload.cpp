#include "amdahl_workload.h"

#include <algorithm>
#include <random>
#include <utility>

namespace amdahl_workload {
namespace {

constexpr std::size_t kDictionary = 2000;

std::vector<std::string> dictionary(std::mt19937_64& random) {
  std::vector<std::string> words(kDictionary);
  for (std::string& word : words) {
    for (std::uint64_t letters = 3 + random() % 8; letters > 0; --letters) {
      word += static_cast<char>('a' + random() % 26);
    }
  }
  std::ranges::sort(words);
  return words;
}

/// Fills the rest of the piece with lines of dashes.
void finish_piece(std::string& piece, std::size_t size) {
  while (piece.size() < size) piece += piece.size() % 80 == 79 ? '\n' : '-';
  piece.back() = '\n';
}

/// Words of the dictionary, some of them misspelled.
std::string prose(const std::vector<std::string>& words, std::mt19937_64& random) {
  std::string piece;
  while (piece.size() + 13 < kPieceBytes) {
    piece += words[random() % words.size()];
    if (random() % 20 == 0) piece += 'x';
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

Material material(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  const std::size_t first_expensive = random() % 2 == 0 ? 0 : kPieces / 2;
  Material made{{}, dictionary(random)};
  std::string rules;
  finish_piece(rules, kPieceBytes);
  for (std::size_t i = 0; i < kPieces; ++i) {
    const bool is_expensive = i >= first_expensive && i < first_expensive + kPieces / 2 && i % 2 == 0;
    made.text += is_expensive ? prose(made.dictionary, random) : rules;
  }
  return made;
}

Stages stages(Material material, lockstep::measure::Around around) {
  Stages stages = word_count(std::move(material.text));
  stages.transform = [transform = stages.transform, dictionary = std::move(material.dictionary),
                      around](std::string_view piece) {
    const auto is_misspelled = [&](const std::string& word) { return !std::ranges::binary_search(dictionary, word); };
    Words words;
    around([&] {
      words = transform(piece);
      std::erase_if(words, is_misspelled);
    });
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
            return [run, workers, stages = stages(material(seed), std::move(around))] {
              return checksum(run(stages, workers));
            };
          }};
}

}  // namespace amdahl_workload
