// expect: proven _ZN6__tsan8OnReportEPKNS_10ReportDescEb
namespace __tsan {
struct ReportDesc;
bool OnReport(const ReportDesc*, bool);
bool OnReport(const ReportDesc*, bool) { return true; }  // here
}  // namespace __tsan
