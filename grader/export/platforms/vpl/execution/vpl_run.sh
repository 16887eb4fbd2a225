#!/bin/bash
# VPL runs this, and then the file vpl_execution that it makes.
cat >vpl_execution <<'END'
#!/bin/bash
exec bash ./lockstep_grade.sh report
END
chmod +x vpl_execution
