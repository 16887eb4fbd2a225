#include "reduction_workload.h"

#include <random>
#include <utility>

namespace reduction_workload {
namespace {

constexpr std::uint64_t kPrime = 4'294'967'291;  // the largest one of 32 bits

Matrix multiplied(const Matrix& left, const Matrix& right) {
  Matrix result(kSize * kSize);
  for (std::size_t row = 0; row < kSize; ++row) {
    for (std::size_t k = 0; k < kSize; ++k) {
      const std::uint64_t factor = left[row * kSize + k];
      for (std::size_t column = 0; column < kSize; ++column) {
        std::uint64_t& sum = result[row * kSize + column];
        sum = (sum + factor * right[k * kSize + column]) % kPrime;
      }
    }
  }
  return result;
}

/// FNV-1a: Fowler, Noll and Vo.
std::uint64_t checksum(const Matrix& matrix) {
  std::uint64_t sum = 0xcbf29ce484222325;
  for (const std::uint64_t value : matrix) sum = (sum ^ value ^ (value >> 32)) * 0x100000001b3;
  return sum;
}

}  // namespace

std::vector<Matrix> matrices(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::vector<Matrix> made(kMatrices, Matrix(kSize * kSize));
  for (Matrix& matrix : made) {
    // One on the diagonal and nothing below: such a matrix can be inverted, so no product loses what was before.
    for (std::size_t row = 0; row < kSize; ++row) {
      matrix[row * kSize + row] = 1;
      for (std::size_t column = row + 1; column < kSize; ++column) matrix[row * kSize + column] = random() % kPrime;
    }
  }
  return made;
}

lockstep::measure::Workload workload(std::string name, Multiply multiply) {
  return {.name = std::move(name),
          .tasks = kMatrices - 1,
          .prepare = [multiply = std::move(multiply)](std::uint64_t seed, unsigned workers,
                                                      lockstep::measure::Around around) -> lockstep::measure::Job {
            return [multiply, workers, all = matrices(seed), around = std::move(around)] {
              const Product product = [&around](const Matrix& left, const Matrix& right) {
                Matrix result;
                around([&] { result = multiplied(left, right); });
                return result;
              };
              return checksum(multiply(all, product, workers));
            };
          }};
}

}  // namespace reduction_workload
