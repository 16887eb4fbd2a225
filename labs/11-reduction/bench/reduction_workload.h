#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "lockstep/measure.h"

/// The work on which lab 11's tree is measured: the product of many matrices. It is associative and not commutative,
/// and each product of two of them takes long. So the time is that of the combinations.
namespace reduction_workload {

inline constexpr std::size_t kSize = 64;       ///< rows and columns
inline constexpr std::size_t kMatrices = 193;  ///< so there are 192 products

/// Row by row, modulo a prime below 2^32.
using Matrix = std::vector<std::uint64_t>;

/// The matrices of one repetition.
[[nodiscard]] std::vector<Matrix> matrices(std::uint64_t seed);

/// The product of two matrices. A task.
using Product = std::function<Matrix(const Matrix& left, const Matrix& right)>;

/// Multiplies all the matrices, the first one on the left, with `workers` threads.
using Multiply = std::function<Matrix(const std::vector<Matrix>& matrices, const Product& product, unsigned workers)>;

/// `multiply` as a workload that can be measured.
[[nodiscard]] lockstep::measure::Workload workload(std::string name, Multiply multiply);

}  // namespace reduction_workload
