#include "intake/collect.h"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <system_error>
#include <utility>

#include "build/submitted.h"
#include "build/untrusted_file.h"
#include "intake/archive.h"
#include "intake/digest.h"
#include "intake/folder.h"
#include "intake/layout.h"
#include "intake/repository.h"
#include "text/plain_text.h"

namespace lockstep::intake {
namespace {

namespace fs = std::filesystem;

/// Files of one learner that lie loose in the class's folder, by the names that the learner gave them.
struct Loose {
  std::string name;
  std::map<std::string, std::string> files;  ///< names in the class's folder, by name in the lab
  std::map<std::string, int> numbers;        ///< the hand-in that each is of
  std::vector<std::string> sources;
};

std::vector<std::string> names_of(const std::vector<std::string>& files) {
  std::vector<std::string> names;
  names.reserve(files.size());
  for (const std::string& file : files) names.push_back(fs::path(file).filename());
  return names;
}

class Collection {
 public:
  Collection(fs::path dir, const Collecting& how) : dir_(std::move(dir)), how_(&how) {}

  Result<void> add_folder(const std::string& entry) {
    const fs::path path = dir_ / entry;
    const Owner owner = owner_of_folder(entry);
    auto holding = is_repository(path) ? open_repository(path, how_->backend, how_->stop) : open_folder(path);
    if (holding && !is_repository(path)) {
      const std::string archive = archive_within(*holding, how_->asked);
      if (!archive.empty()) holding = open_archive(path / archive, names_of(how_->asked.submit));
    }
    return add(owner, entry, holding);
  }

  Result<void> add_file(const std::string& entry, Layout layout) {
    const auto owner = owner_of_file(entry, layout);
    if (!owner) {
      others(entry, "is neither a folder nor an archive (.zip, .tar, .tar.gz), and no platform's name for a file");
      return {};
    }
    const bool is_whole = owner->file.empty() || is_archive(owner->file);
    if (is_whole) return add(*owner, entry, open_archive(dir_ / entry, names_of(how_->asked.submit)));
    add_loose(*owner, entry);
    return {};
  }

  /// The loose files of all learners, once all are known.
  Result<void> add_loose_ones() {
    for (const auto& each_learner : loose_) {
      const std::string& learner = each_learner.first;
      const Loose& loose = each_learner.second;
      Holding holding;
      for (const auto& [name, entry] : loose.files) holding.files.insert(name);
      holding.read = [this, &loose](const std::string& name) -> Result<std::string> {
        auto text = build::read_untrusted_file(dir_, loose.files.at(name), build::kLargestFile);
        if (!text) return tl::unexpected(text.error());
        if (!*text) return input_error(fmt::format("{} is gone", name));
        return std::move(**text);
      };
      std::string source;
      for (const std::string& each : loose.sources) source += (source.empty() ? "" : ", ") + each;
      auto added = add({.learner = learner, .name = loose.name}, source, holding);
      if (!added) return added;
    }
    return {};
  }

  Collected take() && { return std::move(collected_); }

 private:
  Result<void> add(const Owner& owner, const std::string& source, const Result<Holding>& holding) {
    auto files = holding ? intake::take(*holding, how_->asked) : tl::unexpected(holding.error());
    if (!files) {
      if (files.error().fault == Fault::kMachine) return tl::unexpected(files.error());
      others(source, files.error().message);
      return {};
    }
    Submitted submitted{.learner = owner.learner,
                        .name = owner.name,
                        .received = holding->received,
                        .source = shortened(plain_line(source), 400),
                        .files = std::move(*files),
                        .content = {}};
    submitted.content = digest(submitted.files);
    collected_.submissions.push_back(std::move(submitted));
    return {};
  }

  void add_loose(const Owner& owner, const std::string& entry) {
    const auto& submit = how_->asked.submit;
    Numbered file{.name = owner.file};
    const bool is_asked_for = std::find(submit.begin(), submit.end(), file.name) != submit.end();
    if (const auto numbered = without_number(owner.file); numbered && !is_asked_for) file = *numbered;
    Loose& loose = loose_[owner.learner];
    loose.name = owner.name;
    loose.sources.push_back(entry);
    const bool is_newest = !loose.files.contains(file.name) || loose.numbers[file.name] < file.number;
    if (!is_newest) return;
    loose.files[file.name] = entry;
    loose.numbers[file.name] = file.number;
  }

  void others(const std::string& source, std::string why) {
    collected_.others.push_back({shortened(plain_line(source), 200), std::move(why)});
  }

  fs::path dir_;
  const Collecting* how_;
  std::map<std::string, Loose> loose_;
  Collected collected_;
};

struct Entries {
  std::vector<std::string> folders;
  std::vector<std::string> files;
};

/// In the order of their names, so that attempts get the same numbers each time.
Result<Entries> entries_of(const fs::path& dir, const std::vector<std::string>& left_out) {
  Entries entries;
  std::error_code failed;
  for (auto entry = fs::directory_iterator(dir, failed); !failed && entry != fs::end(entry); entry.increment(failed)) {
    const std::string name = entry->path().filename();
    const auto begins = [&](const std::string& start) { return name.starts_with(start); };
    if (name.starts_with('.') || std::any_of(left_out.begin(), left_out.end(), begins)) continue;
    std::error_code unknown;
    (entry->is_directory(unknown) ? entries.folders : entries.files).push_back(name);
  }
  if (failed) return input_error(fmt::format("cannot read {}: {}", dir.string(), failed.message()));
  std::sort(entries.folders.begin(), entries.folders.end());
  std::sort(entries.files.begin(), entries.files.end());
  return entries;
}

}  // namespace

Result<Collected> collect(const fs::path& dir, const Collecting& how) {
  const auto entries = entries_of(dir, how.left_out);
  if (!entries) return tl::unexpected(entries.error());
  const Layout layout = layout_of_files(entries->files);
  const auto total = static_cast<int>(entries->folders.size() + entries->files.size());
  int done = 0;
  Collection collection(dir, how);
  const auto next = [&](const Result<void>& added) {
    if (how.progress) how.progress(++done, total);
    return added.has_value() && !how.stop.stop_requested();
  };
  for (const std::string& entry : entries->folders) {
    auto added = collection.add_folder(entry);
    if (!next(added)) return added ? machine_error("interrupted") : tl::unexpected(added.error());
  }
  for (const std::string& entry : entries->files) {
    auto added = collection.add_file(entry, layout);
    if (!next(added)) return added ? machine_error("interrupted") : tl::unexpected(added.error());
  }
  if (auto added = collection.add_loose_ones(); !added) return tl::unexpected(added.error());
  return std::move(collection).take();
}

}  // namespace lockstep::intake
