#pragma once

#include <optional>
#include <string>
#include <vector>

#include "manifest/check_reader.h"
#include "manifest/manifest.h"
#include "manifest/mistakes.h"
#include "manifest/table_reader.h"

namespace lockstep::manifest {

/// The rules that concern several checks at once, or the lab's folder. Each adds what it finds to the mistakes.

/// Ids are unique.
void check_ids(const std::vector<CheckDraft>& drafts, Mistakes& mistakes);

/// A lab and all its checks, for the rules of one kind that concern others.
struct LabChecks {
  const std::vector<CheckDraft>& drafts;
  const std::vector<std::string>& submit;
  const std::filesystem::path& dir;
};

/// The rules that single kinds have on other checks or on files of the lab `lab`; what a check leaves to them is filled
/// in.
void settle(std::vector<CheckDraft>& drafts, const Manifest& lab, Mistakes& mistakes);

/// No two checks of the same kind give points for the same case of the same program.
void check_shared_cases(const std::vector<CheckDraft>& drafts, Mistakes& mistakes);

/// The checks' points add up to the lab's.
void check_points(const std::vector<CheckDraft>& drafts, std::optional<int> points, int points_line,
                  Mistakes& mistakes);

/// Submit paths are well formed, different, and files of the lab's folder.
void check_submit(const std::vector<LocatedText>& submit, const std::filesystem::path& dir, Mistakes& mistakes);

/// Imports are names of functions.
void check_imports(const std::vector<LocatedText>& imports, Mistakes& mistakes);

/// The folder is named NN-name and holds what every lab has.
void check_folder(const std::filesystem::path& dir, Mistakes& mistakes);

/// The folder holds the pages that checks name under `read`.
void check_pages(const std::vector<CheckDraft>& drafts, const std::filesystem::path& dir, Mistakes& mistakes);

}  // namespace lockstep::manifest
