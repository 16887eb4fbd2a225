#pragma once

namespace lockstep {

/// The folder of a lab that holds the files of `submit` as they were handed out.
inline constexpr const char* kOriginal = "original";

}  // namespace lockstep
