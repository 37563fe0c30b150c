(function(d){
function id(s){return d.getElementById(s)}
function on(n,e,f){n.addEventListener(e,f)}
var b=d.body,q=id('q'),help=id('keys'),all=id('every'),at=-1;
function each(s,f){var l=d.querySelectorAll(s);for(var i=0;i<l.length;i++)f(l[i],i)}
function picks(f){each('.list input[type=checkbox]',f)}
function count(){
var n=0,m=0;
picks(function(p){m++;if(p.checked)n++});
each('[data-count]',function(c){c.hidden=!n;c.textContent=c.dataset.count.replace('{n}',n)});
if(all)all.checked=m&&n===m
}
if(all){
all.parentNode.hidden=false;
on(all,'change',function(){picks(function(p){p.checked=all.checked})})
}
on(d,'change',count);
on(window,'pageshow',count);
each('.summary,.notice[tabindex]',function(s){s.focus()});
var soon=id('soon'),gone=id('over'),end=Date.now()+1000*b.dataset.left,timer=setInterval(tick,1000);
function over(){
clearInterval(timer);
b.textContent='';
b.appendChild(gone);gone.hidden=false;gone.focus();
d.title=gone.firstChild.textContent
}
function tick(){
var left=end-Date.now();
if(left>0)soon.hidden=left>12e4;else over()
}
on(soon.querySelector('button'),'click',function(){
var x=new XMLHttpRequest();
x.open('GET','/desk/profile');
x.setRequestHeader('accept','application/json');
x.onload=function(){
if(x.status===401)over();
if(x.status===200){end=Date.now()+1000*JSON.parse(x.responseText).seconds;tick()}
};
x.send()
});
each('[data-print]',function(b){b.hidden=false;on(b,'click',function(){window.print()})});
each('a[data-words]',function(a){on(a,'click',function(e){
var f=id(a.dataset.field);
if(!f||e.ctrlKey||e.metaKey||e.shiftKey)return;
e.preventDefault();f.value=(f.value.trim()?f.value+'\n':'')+a.dataset.words;f.focus()
})});
if(b.dataset.keys==='off')return;
function lines(){
var l=[];
each('.list tbody tr',function(r){if(r.querySelector('a')){if(r.contains(d.activeElement))at=l.length;l.push(r)}});
return l
}
function row(){return lines()[at]}
function go(by){
var l=lines();
at=Math.max(0,Math.min(l.length-1,at+by));
if(l[at])l[at].querySelector('a').focus()
}
function pick(yes){
var r=row(),p=r&&r.querySelector('input');
if(p){p.checked=yes||!p.checked;count()}
}
function assign(){
var f=id('assign'),k=d.querySelector('.list button[value=assign],.picked button[value=assign]'),any=0;
if(f){for(;f;f=f.parentNode)f.open=true;d.querySelector('#assign select').focus();return}
if(!k)return;
picks(function(p){any+=p.checked});
if(!any)pick(true);
if(any||row())k.click();else k.focus()
}
on(d,'keydown',function(e){
var t=e.target,n=t.nodeName,box=t.type==='checkbox',k=e.code,r;
if(e.ctrlKey||e.altKey||e.metaKey||e.isComposing||e.defaultPrevented)return;
if(n==='TEXTAREA'||n==='SELECT'||n==='INPUT'&&!box)return;
if(k==='Slash'&&e.shiftKey){help.open=true;help.querySelector('summary').focus()}
else if(e.shiftKey)return;
else if(k==='Slash')q.focus();
else if(k==='KeyJ')go(1);
else if(k==='KeyK')go(-1);
else if(k==='KeyX')pick(false);
else if(k==='KeyA')assign();
else if(/Enter$/.test(k)&&(t===b||box)&&(r=row()))r.querySelector('a').click();
else return;
e.preventDefault()
})
})(document);
