@echo off
rem Starts Saddlepoint: the window without arguments, a command with them.
rem   JAVA_HOME               which Java to use; otherwise the java on the PATH (17 or newer)
rem   SADDLEPOINT_JAVA_OPTS   further options of the JVM, such as -Xmx4g
setlocal EnableExtensions DisableDelayedExpansion

for %%I in ("%~dp0..") do set "ROOT=%%~fI"

rem Java parts its class path at every semicolon, and takes "!/" for the way into a jar.
set "LIB=%ROOT%\lib"
if not "%LIB:;=%"=="%LIB%" goto semicolon
if not "%LIB:!\=%"=="%LIB%" goto mark

if not defined JAVA_HOME goto path
if exist "%JAVA_HOME%\bin\java.exe" goto home
echo saddlepoint: JAVA_HOME is "%JAVA_HOME%", but there is no bin\java.exe in it. Set it to a JDK 17 or newer, or unset it to use the java on the PATH. 1>&2
exit /b 1

:semicolon
echo saddlepoint: it cannot run in "%ROOT%", because Java parts paths at a semicolon. Move it to a folder without one. 1>&2
exit /b 1

:mark
echo saddlepoint: it cannot run in "%ROOT%", because Java cannot read from folders whose name ends in an exclamation mark. Move it, or rename that folder. 1>&2
exit /b 1

:home
set "PATH=%JAVA_HOME%\bin;%PATH%"
goto version

:path
where java.exe >nul 2>nul
if not errorlevel 1 goto version
echo saddlepoint: no Java found. Install a JDK 17 or newer, such as https://adoptium.net, or set JAVA_HOME to one. 1>&2
exit /b 1

:version
rem "17.0.15" and "25" begin with the version, "1.8.0_402" is Java 8.
set "FULL="
for /f "tokens=3" %%V in ('java.exe -version 2^>^&1 ^| findstr /c:" version "') do if not defined FULL set "FULL=%%~V"
set "VERSION=0"
for /f "delims=.-+_ tokens=1" %%V in ("%FULL%") do set "VERSION=%%V"
if %VERSION% GEQ 17 goto start
echo saddlepoint: the java found is version "%FULL%", but 17 or newer is needed. Set JAVA_HOME to a newer one. 1>&2
exit /b 1

:start
rem Since Java 22 there is a console even where nobody watches, unless java.base's is asked for.
set "FLAGS=--enable-native-access=ALL-UNNAMED -Djdk.console=java.base"
if %VERSION% GEQ 24 set "FLAGS=%FLAGS% --sun-misc-unsafe-memory-access=allow"

rem Arrays of networks live outside the Java heap, so 2 GB of heap are plenty.
java.exe -Xmx2g -Dai.djl.offline=true -DOPT_OUT_TRACKING=true %FLAGS% %SADDLEPOINT_JAVA_OPTS% -cp "%ROOT%\lib\*" studio.saddlepoint.Saddlepoint %*
exit /b %ERRORLEVEL%
