#pragma once

namespace lockstep::explorer {

/// While it lives, ends of the whole process are findings: an uncaught exception, a fatal signal, an exit.
class EndsAreFindings {
 public:
  EndsAreFindings();
  ~EndsAreFindings();
  EndsAreFindings(const EndsAreFindings&) = delete;
  EndsAreFindings& operator=(const EndsAreFindings&) = delete;
};

}  // namespace lockstep::explorer
