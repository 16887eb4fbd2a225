# shellcheck shell=bash
# What commands in the documentation are given to work on: known.toml names these functions under `before`. Each is called
# in the copy of the tree, and makes nothing a second time.

a_race() { # $1: a program with a data race
  [ -e "$1" ] || cat >"$1" <<'CPP'
#include <cstdio>
#include <thread>

int main() {
  int hits = 0;
  std::thread other([&] { ++hits; });
  ++hits;
  other.join();
  std::printf("%d\n", hits);
}
CPP
}

a_schedule_of() { # $1: a program with a fault; its first failing schedule goes to the file `schedule`
  ./lab explore "$1" --json explored.json || [ $? = 1 ]
  python3 -c 'import json; print(json.load(open("explored.json"))["finding"]["replay"].split()[-1])' >schedule
}

a_finding_of() { # $1: a lab; $2: its mutant, which becomes what lies in the lab; then there are the files `case` and `schedule`
  ./lab mutant "$1" "$2" --out found --overwrite
  cp found/* "labs/$1"-*/
  ./lab grade "$1" --json found.json || [ $? = 1 ]
  python3 - <<'PYTHON'
import json
checks = json.load(open("found.json"))["checks"]
replay = next(f["replay"] for c in checks for f in c["findings"] if f.get("replay", "").startswith("./lab replay")).split()
open("case", "w").write(replay[3])
open("schedule", "w").write(replay[4])
PYTHON
}

submissions() { # $1: a lab; $2: the folder; a right submission and one that is not begun
  mkdir -p "$2/ada" "$2/bob"
  find solutions/"$1"-* -maxdepth 1 -name '*.h' -exec cp {} "$2/ada" \; -o -maxdepth 1 -name '*.cpp' -exec cp {} "$2/ada" \;
  cp labs/"$1"-*/original/* "$2/bob"
}

a_course() { # a graded class and its course file, the one on the page of marks
  sed -n '/^    counts/,/^[^ ]/s/^    //p' docs/marks.md >course.toml
  [ ! -e course.sqlite ] || return 0
  submissions 03 submissions-03
  ./lab class submissions-03 --lab 03 --gradebook course.sqlite
}

sheets() { # as Canvas and Moodle export them
  a_course
  cat >export.csv <<'CSV'
Student,ID,SIS User ID,SIS Login ID,Section,Locks (4711)
    Points Possible,,,,,20.00
"Lovelace, Ada",1,ada,ada,A,
"Builder, Bob",2,bob,bob,A,
CSV
  cat >worksheet.csv <<'CSV'
Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,Last modified (submission),Last modified (grade),Feedback comments
Participant 1,Ada Lovelace,ada,Submitted for grading,,20.00,Yes,-,-,
Participant 2,Bob Builder,bob,Submitted for grading,,20.00,Yes,-,-,
CSV
}
