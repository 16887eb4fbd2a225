#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "measure/lab_programs.h"
#include "measure/program_client.h"

namespace lockstep::measure {

/// What one benchmark of a program of Google Benchmark measured.
struct Benchmark {
  std::string name;                        ///< with its arguments, without how it was run: "ordered/seats:5"
  std::map<std::string, double> counters;  ///< times and the counters of its own, by name
};

/// Reads what such a program prints with --benchmark_format=json.
/// \return the benchmarks in the order in which they ran; an input error, a clause, when the text is something else,
/// when one
///         says that it failed, or when there is none
[[nodiscard]] Result<std::vector<Benchmark>> read_benchmarks(std::string_view json);

/// Runs a program of Google Benchmark to its end.
/// \param program  its name in the lab
/// \return failure when it did not end well, or did not print benchmarks
[[nodiscard]] Answer<std::vector<Benchmark>> run_benchmarks(const std::string& program, const Conditions& conditions);

}  // namespace lockstep::measure
