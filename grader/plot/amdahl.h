#pragma once

#include <optional>
#include <span>
#include <string>

namespace lockstep::plot {

/// A time in terms of the baseline's: serial + parallel ÷ cores.
/// G. M. Amdahl, Validity of the single processor approach ..., AFIPS 1967.
struct Amdahl {
  double serial = 0;    ///< >= 0
  double parallel = 0;  ///< >= 0; not 0 as well

  [[nodiscard]] double speedup(double cores) const { return 1 / (serial + parallel / cores); }

  /// Of the time on one core, 0 to 1.
  [[nodiscard]] double serial_share() const { return serial / (serial + parallel); }

  /// What no number of cores surpasses; infinity without a serial part.
  [[nodiscard]] double limit() const;
};

struct Sample {
  double cores = 1;    ///< >= 1
  double speedup = 1;  ///< > 0
};

/// The law that comes closest to the samples, by least squares of the times' relative errors: a time's error grows with
/// the time, and on a logarithmic axis all errors look as large as they count.
/// \return nothing unless there are two numbers of cores at least, and the samples make sense together
[[nodiscard]] std::optional<Amdahl> fit(std::span<const Sample> samples);

/// "12 % of the work is serial by Amdahl's law; no number of cores makes it more than 8.3 times as fast"
[[nodiscard]] std::string sentence(const Amdahl& law);

/// Likewise for a headline: "12 % serial: never more than 8.3 times as fast"
[[nodiscard]] std::string headline(const Amdahl& law);

}  // namespace lockstep::plot
