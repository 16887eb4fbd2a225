#pragma once

// Part 1: what more workers can gain.
//
// A fraction is a number from 0 to 1, not a percentage. A function that is given what makes no sense throws
// std::invalid_argument, and the message contains the name of the parameter as it is written here: "parallel_fraction",
// "workers" or "speedup".

/// Amdahl's law: how much faster a program gets on so many workers when its work stays the same.
///
/// Gene Amdahl, "Validity of the single processor approach to achieving large scale computing capabilities", AFIPS
/// 1967.
/// \param parallel_fraction  of the time on *one* worker, the share that can be split evenly; 0 to 1
/// \param workers            >= 1
/// \return time on one worker ÷ time on so many
/// \throw std::invalid_argument when a parameter is out of its range, or not a number
[[nodiscard]] double amdahl_speedup(double parallel_fraction, unsigned workers);

/// What Amdahl's law comes closer and closer to as workers are added, and never exceeds.
/// \param parallel_fraction  0 to 1
/// \return the limit; std::numeric_limits<double>::infinity() when nothing is serial
/// \throw std::invalid_argument as above
[[nodiscard]] double amdahl_limit(double parallel_fraction);

/// Gustafson's law: how many times as much work so many workers do in the same time, when the parallel part of the work
/// grows with them.
///
/// John Gustafson, "Reevaluating Amdahl's law", Communications of the ACM, May 1988.
/// \param parallel_fraction  of the time on *all* workers, the share in which all of them work; 0 to 1
/// \param workers            >= 1
/// \return the scaled speedup
/// \throw std::invalid_argument as above
[[nodiscard]] double gustafson_speedup(double parallel_fraction, unsigned workers);

/// The Karp-Flatt metric: the serial fraction that, by Amdahl's law, explains a speedup that was measured.
/// If it grows with the workers, the time goes into what they cost, and not into a part that is serial by nature.
///
/// Alan Karp and Horace Flatt, "Measuring parallel processor performance", Communications of the ACM, May 1990.
/// \param speedup  measured; > 0 and finite. More than `workers` is unusual, and possible: the result is below 0 then,
///                 and is given as it is, since it says that something else than the workers made the program faster.
/// \param workers  >= 2: one worker tells nothing about what several would gain
/// \return the serial fraction
/// \throw std::invalid_argument as above
[[nodiscard]] double karp_flatt(double speedup, unsigned workers);
