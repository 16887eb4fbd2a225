#pragma once

// Part 1: what more workers can gain.
//
// A fraction is a number from 0 to 1, not a percentage. When an argument makes no sense, the function throws
// std::invalid_argument, and the message contains the name of the parameter as it is written here: "parallel_fraction",
// "workers" or "speedup".

/// Amdahl's law: how much faster a program gets on several workers when its work stays the same.
///
/// Gene Amdahl, "Validity of the single processor approach to achieving large scale computing capabilities", AFIPS
/// 1967.
/// \param parallel_fraction  the share of the time on *one* worker that can be split evenly; 0 to 1
/// \param workers            >= 1
/// \return time on one worker ÷ time on `workers` workers
/// \throw std::invalid_argument when a parameter is out of its range, or not a number
[[nodiscard]] double amdahl_speedup(double parallel_fraction, unsigned workers);

/// The limit of Amdahl's law: with more and more workers the speedup approaches it, and never exceeds it.
/// \param parallel_fraction  0 to 1
/// \return the limit; std::numeric_limits<double>::infinity() when nothing is serial
/// \throw std::invalid_argument as above
[[nodiscard]] double amdahl_limit(double parallel_fraction);

/// Gustafson's law: how many times as much work several workers do in the same time, when the parallel part of the work
/// grows with the number of workers.
///
/// John Gustafson, "Reevaluating Amdahl's law", Communications of the ACM, May 1988.
/// \param parallel_fraction  the share of the time on *all* workers in which all of them work; 0 to 1
/// \param workers            >= 1
/// \return the scaled speedup
/// \throw std::invalid_argument as above
[[nodiscard]] double gustafson_speedup(double parallel_fraction, unsigned workers);

/// The Karp-Flatt metric: the serial fraction that, by Amdahl's law, explains a measured speedup.
/// If it grows with the number of workers, the time goes into their overhead, and not into an inherently serial part.
///
/// Alan Karp and Horace Flatt, "Measuring parallel processor performance", Communications of the ACM, May 1990.
/// \param speedup  measured; > 0 and finite. It may exceed `workers`, though it seldom does. Then the result is
///                 negative, and is returned as it is: it says that more than the workers made the program faster.
/// \param workers  >= 2: a run on one worker says nothing about what several would gain
/// \return the serial fraction
/// \throw std::invalid_argument as above
[[nodiscard]] double karp_flatt(double speedup, unsigned workers);
